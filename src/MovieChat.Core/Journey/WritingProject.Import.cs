namespace MovieChat.Core.Journey;

public sealed partial record WritingProject
{
    /// <summary>Most long scripts (see <see cref="ScriptImported.IsMarked"/>) that a project takes: each is looked through for every older draft.</summary>
    public const int MostScripts = 32;

    private sealed partial class Step
    {
        /// <summary>The documents become the writer's drafts from the top of the table to its end, each made from those above it as they are then, and are
        /// part of the film before any order is given: so no model writes what the script has.</summary>
        private Rejection? Import(ImportScript import)
        {
            if (import.Written.Count == 0) return Unfit("The script tells the film as it is, or nothing of it was chosen: there is nothing to take.");
            if (Unseen(import) is { } stale) return stale;
            var wasStale = Stale(Graph).ToHashSet();
            var (film, graph, drafts) = (Project, Graph, DocumentMap<Draft>.Empty);
            foreach (var id in table.Rules.SelectMany(rule => import.Written.Keys.Where(id => id.Kind == rule.Kind)))
            {
                if (!graph.Has(id)) return Unknown(id);
                drafts = drafts.Set(id, import.Written[id] with { Number = film.Document(id).LastNumber + 1, MadeFrom = graph.Inputs(id), SawAt = Project.Revision + 1 });
                film = film.With(id, film.Document(id).Imported(drafts[id], Project.Revision + 1));
                graph = graph.At(film);
            }

            if (import.Written.Keys.FirstOrDefault(id => !drafts.ContainsKey(id)) is { Kind: not null } unknown) return Unknown(unknown);
            var imported = new ScriptImported(import.Import, drafts);
            if (!imported.IsMarked && Project.Scripts.Count >= MostScripts)
            {
                return Unfit($"The film has taken {MostScripts} scripts of more than {ScriptImported.MostMarked} documents, and that is all it may: take {ScriptImported.MostMarked} changes at a time.");
            }

            Add(imported);
            foreach (var id in import.Kept.Where(id => Graph.Has(id) && !wasStale.Contains(id) && !drafts.ContainsKey(id) && Graph.Status(id) is DocumentStatus.Stale).ToArray())
            {
                Add(new StaleKept(Graph.Inputs(id)) { Document = id });
            }

            return null;
        }

        /// <summary>Whether the film has changed where the writer has not seen it.</summary>
        private Rejection? Unseen(ImportScript import)
        {
            foreach (var (id, number) in import.Seen)
            {
                var document = Project.Document(id);
                if ((document.Draft?.Number ?? 0) == number && !(document.Approved?.At > import.SeenAt)) continue;
                return new(RejectionKinds.StaleDecision, $"'{id}' has changed since revision {import.SeenAt}, by which the decision was made: look at the difference and decide again.", Path: "revision");
            }

            return null;
        }
    }
}
