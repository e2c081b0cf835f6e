using MovieChat.Core.Journey;

namespace MovieChat.Tests.Faults;

/// <summary>From a brief and a cast to two finished films: documents drafted in parallel, tips, more options, a revision, an edit, a fork, a
/// pause after which the project is put away and read again.</summary>
internal sealed class FilmJourney(GoodClient client, string source, string fork)
{
    public async Task TravelAsync()
    {
        await client.BeginAsync(source, SmallFilm.Brought);
        await client.DecideAsync(source, "synopsis", new() { Verb = "stuck", Notes = "The end." });
        await client.DecideAsync(source, "profile:jon", new() { Verb = "options", Count = 1 });
        await ApproveAsync(source, "profile:jon");
        await client.DecideAsync(source, "synopsis", new() { Verb = "revise", Option = 1, Notes = "Colder." });
        await ApproveAsync(source, "synopsis");
        await client.DecideAsync(source, "plot", new() { Verb = "edit", Content = SmallFilm.LongPlot });
        await client.UntilAsync(source, film => film.Document(DocumentId.Scenes).Draft is not null && film.Document(DocumentId.Synopsis).Tips.Given == 1);
        await client.ForkAsync(source, fork);
        await Task.WhenAll(FinishWithAPauseAsync(), FinishAsync(fork));
    }

    private async Task FinishWithAPauseAsync()
    {
        await client.PauseAsync(source);
        await client.UntilPutAwayAsync(source);
        await ApproveAsync(source, "scenes");
        await client.ResumeAsync(source);
        await SpeakAsync(source);
    }

    private async Task FinishAsync(string project)
    {
        await ApproveAsync(project, "scenes");
        await SpeakAsync(project);
    }

    private async Task SpeakAsync(string project)
    {
        await ApproveAsync(project, "dialogue:s1");
        await ApproveAsync(project, "dialogue:s4");
        await client.UntilAsync(project, film => film.Status() == ProjectStatus.Complete);
    }

    private Task ApproveAsync(string project, string document) => client.DecideAsync(project, document, new() { Verb = "approve", Option = 1 });
}
