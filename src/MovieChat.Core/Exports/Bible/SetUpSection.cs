using MovieChat.Core.Craft;
using MovieChat.Core.Film;

namespace MovieChat.Core.Exports.Bible;

/// <summary>What is planted, and where it returns.</summary>
internal static class SetUpSection
{
    public static void Write(BibleFlow flow, Screenplay film)
    {
        if (film.Scenes is not { } list || !list.Scenes.Any(scene => scene.SetUps.Count > 0)) return;
        flow.Section("Set-ups and pay-offs");
        foreach (var scene in list.Scenes)
        {
            foreach (var setUp in scene.SetUps)
            {
                var payOff = SetUps.PayOffOf(list, scene, setUp);
                flow.Text(setUp, BibleType.Strong);
                flow.Text(payOff is null ? $"planted in scene {scene.Number}; nothing brings it back yet" : $"planted in scene {scene.Number}, returns in scene {payOff.Number}", BibleType.Aside);
                flow.Space(8);
            }
        }
    }
}
