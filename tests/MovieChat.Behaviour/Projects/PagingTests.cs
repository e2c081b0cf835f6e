using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Projects;

public sealed class PagingTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Journal_InSmallPages_IsTheWholeJournal()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        for (var edit = 0; edit < 10; edit++) await _owner.EditAsync(project, "dialogue:s2", Writing.Dialogue("s2"));
        var whole = (await _owner.GetAsync($"/api/projects/{project}/journal")).Ok();

        var paged = await _owner.PagesAsync($"/api/projects/{project}/journal", 3);

        Assert.Null(whole["next"]);
        Assert.True(paged.Count > 20);
        Reading.Same(whole["items"], new JsonArray([.. paged.Select(line => line.DeepClone())]));
        Assert.All(paged, line => Assert.All(["at", "by", "cause", "type"], name => Assert.NotNull(line[name])));
    }

    [Fact]
    public async Task Journal_PageThatEndsWithTheList_NamesNoNext()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), pictures: true);

        var page = (await _owner.GetAsync($"/api/projects/{project}/journal?limit=1")).Ok();

        Assert.Single(page.List("items"));
        Assert.Null(page["next"]);
        Assert.Empty((await _owner.GetAsync($"/api/projects/{project}/journal?after=1")).Ok().List("items"));
    }

    [Fact]
    public async Task Drafts_InSmallPages_AreAllOfThemOldestFirst()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        for (var edit = 0; edit < 4; edit++) await _owner.EditAsync(project, "brief", Writing.Brief());

        var drafts = await _owner.PagesAsync($"/api/projects/{project}/documents/brief/drafts", 2);

        Assert.Equal([1, 2, 3, 4, 5], drafts.Select(draft => draft.Number("number")));
        Assert.All(drafts, draft => Reading.Same(Writing.Brief(), draft.List("options").Single()["content"]));
    }

    [Fact]
    public async Task Projects_InSmallPages_AreAllOfTheWriters()
    {
        using var writer = await head.NewWriterAsync();
        var begun = new List<string>();
        for (var number = 0; number < 5; number++) begun.Add(await writer.BeginAsync(HeadFixture.NewTitle()));

        var listed = await writer.PagesAsync("/api/projects", 2);

        Assert.Equal(begun.Order(StringComparer.Ordinal), listed.Select(item => item.Text("id")!));
    }

    [Fact]
    public async Task Keys_InSmallPages_AreAllOfThemWithoutTheKeysThemselves()
    {
        using var writer = await head.NewWriterAsync();

        var keys = await _owner.PagesAsync("/api/keys", 2);

        Assert.Equal(keys.Select(key => key.Text("id")).Distinct(), keys.Select(key => key.Text("id")));
        Assert.All(keys, key => Assert.DoesNotContain("mc_", key.ToJsonString(), StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Wrong
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var list in (string[])["/api/projects", "/api/keys", "/journal", "/documents/brief/drafts"])
            {
                foreach (var limit in (string[])["0", "-1", "201", "2147483648", "many"]) data.Add(list, $"limit={limit}");
            }

            foreach (var list in (string[])["/journal", "/documents/brief/drafts"])
            {
                data.Add(list, "after=-1");
                data.Add(list, "after=soon");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task List_WithAWrongPage_IsRefusedNamingIt(string list, string query)
    {
        var address = list.StartsWith("/api", StringComparison.Ordinal) ? list : $"/api/projects/{await _owner.BeginAsync(HeadFixture.NewTitle())}{list}";

        var problem = (await _owner.GetAsync($"{address}?{query}")).Problem(HttpStatusCode.BadRequest, "malformed-request");

        Assert.Equal(query.Split('=')[0], problem.Text("path"));
    }

    [Fact]
    public async Task Projects_AfterANameThatIsNone_AreThoseBehindIt() =>
        Assert.Equal(HttpStatusCode.OK, (await _owner.GetAsync("/api/projects?after='%20or%20RowKey%20ne%20'%00%2F%23")).Status);
}
