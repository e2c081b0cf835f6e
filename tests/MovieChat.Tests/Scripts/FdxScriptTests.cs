using System.Text;
using MovieChat.Core.Scripts;

namespace MovieChat.Tests.Scripts;

public sealed class FdxScriptTests
{
    private static readonly string s_sample = Path.Combine(AppContext.BaseDirectory, "Scripts", "Samples", "finaldraft.fdx");

    [Fact]
    public void Read_AScriptOfFinalDraft_GivesItsScenes()
    {
        var script = ScriptReader.Read(File.ReadAllBytes(s_sample), ScriptFormat.Fdx);

        Assert.Equal("THE LAST FERRY", script.Title);
        Assert.Equal([("Ext. harbour - dawn", "1", "Mara waits for a passenger who is late."), ("INT. CAR (MOVING)", "2", "")], script.Scenes.Select(scene => (scene.Heading, scene.Number, scene.Summary)));
        Assert.Equal(
            [
                "transition: FADE IN:", "action: Fog. MARA LIND (47) counts & recounts.", "action: ANGLE ON THE HORN", "character: MARA", "parenthetical: (to the fog)", "dialogue: Twelve.",
                "character: JONAS (V.O.)", "dialogue: Eleven.\nRow, row",
            ],
            script.Scenes[0].Told());
        Assert.Equal(["action: MARA", "action: She drives."], script.Scenes[1].Told());
        Assert.Equal(2, script.Remarks.Count);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Read_InOtherEncodings_GivesTheSame(string encoding)
    {
        var coding = Encoding.GetEncoding(encoding);
        var text = ScriptOf.Whole(ScriptOf.Paragraph("Scene Heading", "INT. ÎLE - DAY") + ScriptOf.Paragraph("Action", "李雷 🎬")).Replace("UTF-8", coding is UTF8Encoding ? "UTF-8" : "UTF-16", StringComparison.Ordinal);
        var script = ScriptReader.Read((byte[])[.. coding.GetPreamble(), .. coding.GetBytes(text)], ScriptFormat.Fdx);
        Assert.Equal(("INT. ÎLE - DAY", "李雷 🎬"), (script.Scenes[0].Heading, script.Scenes[0].Elements[0].Text));
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { """<?xml version="1.0"?><!DOCTYPE FinalDraft><FinalDraft/>""", "document type definition" },
        { """<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><FinalDraft><Content><Paragraph><Text>&lol2;</Text></Paragraph></Content></FinalDraft>""", "document type definition" },
        { """<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><FinalDraft><Content><Paragraph><Text>&e;</Text></Paragraph></Content></FinalDraft>""", "document type definition" },
        { """<FinalDraft><Content><Paragraph Type="Action"><Text>&nbsp;</Text></Paragraph></Content></FinalDraft>""", "entity" },
        { """<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><FinalDraft/>""", "processing instruction" },
        { """<FinalDraft><Content><Paragraph><Text>&#0;</Text></Paragraph></Content></FinalDraft>""", "character" },
        { "<FinalDraft><Content><Paragraph><Text>\u0001</Text></Paragraph></Content></FinalDraft>", "character" },
        { "<html><body>Not found</body></html>", "'html'" },
        { "<script/>", "'script'" },
        { """<x:FinalDraft xmlns:x="y"/>""", "'x:FinalDraft'" },
        { """<FinalDraft DocumentType="Treatment"/>""", "'Treatment'" },
        { "<FinalDraft><Content>", "well-formed" },
        { "<FinalDraft/><FinalDraft/>", "well-formed" },
        { "INT. KITCHEN - NIGHT", "well-formed" },
        { "", "well-formed" },
        { """<?xml version="1.0" encoding="utf-7"?><FinalDraft/>""", "encoding" },
        { """<?xml version="1.0" encoding="utf-16"?><FinalDraft/>""", "encoding" },
        { "<FinalDraft><Content/></FinalDraft>", "no scene" },
        { """<FinalDraft><Content><Paragraph Type="Scene Heading"><Text>MONTAGE</Text></Paragraph></Content></FinalDraft>""", "no scene" },
        { $"<FinalDraft>{string.Concat(Enumerable.Repeat("<a>", 10_000))}", "deeper than" },
        { $"<FinalDraft>{string.Concat(Enumerable.Repeat("<a/>", 500_000))}</FinalDraft>", "elements" },
        { $"<FinalDraft><Content>{string.Concat(Enumerable.Repeat("<Paragraph/>", 60_001))}</Content></FinalDraft>", "paragraphs" },
        { $"""<FinalDraft {string.Concat(Enumerable.Range(0, 50_000).Select(number => $"a{number}=\"\" "))}/>""", "no scene" },
    };

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Read_WhatNoScriptIs_SaysWhatAndWhere(string text, string expected)
    {
        var refused = ScriptOf.Refused(Encoding.UTF8.GetBytes(text), ScriptFormat.Fdx);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("passwd", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Xml", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MoreThanMayBe_IsRefusedUnread() => Assert.Contains("bytes", ScriptOf.Refused(new byte[ScriptReader.MostBytes + 1], ScriptFormat.Fdx).Message, StringComparison.Ordinal);
}
