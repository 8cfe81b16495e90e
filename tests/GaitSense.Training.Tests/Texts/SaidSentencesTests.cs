using System.Text.RegularExpressions;
using GaitSense.Training.Texts;

namespace GaitSense.Training.Tests.Texts;

/// <summary>Sentences that are said in English below, read in German at the desk.</summary>
public sealed partial class SaidSentencesTests
{
    private static readonly Catalogue German = Catalogue.Of(Language.German);

    // Put together of words, which are in the sources one by one.
    private static readonly string[] Together = ["practice is kept", "leaving for care", "leaving for research", "nobody walked them"];

    [Theory]
    [InlineData("the test is armed", "der Test ist bereit")]
    [InlineData("The feet are not still yet: wait, or arm the test all the same.", "Die Füße stehen noch nicht still: warten, oder trotzdem bereit machen.")]
    [InlineData("not now: the clock does not run", "jetzt nicht: die Uhr läuft nicht")]
    [InlineData("trial 2 is kept: 7.80 s", "Versuch 2 ist festgehalten: 7,80 s")]
    [InlineData("the left foot crosses first (70 %), nearest to the button", "ein Fuß (links) ist zuerst über der Linie (70 %), am nächsten an der Taste")]
    [InlineData("samples of the right foot are missing for 0.08 s near a line; nobody has looked at it", "Messwerte eines Fußes (rechts) fehlen für 0,08 s nahe einer Linie; niemand hat es angesehen")]
    [InlineData("P07: 1 simulated session stays, nobody walked it.", "P07: 1 simulierte Sitzung bleibt, niemand ist sie gegangen.")]
    [InlineData("2 sessions, 1 measure, 6 timed tests, as CSV.", "2 Sitzungen, 1 Messwert, 6 Tests mit Zeit, in der Form CSV.")]
    public void ASentence_IsSaidInGerman_WithWhatStandsInIt(string said, string german) => German.Said(said).ShouldBe(german);

    [Theory]
    [InlineData("")]
    [InlineData("slowed down, because of the dog")] // what a person wrote
    [InlineData("GaitSense 0.1.0 said something new")]
    public void WhatHasNoText_StaysAsItWasSaid(string said) => German.Said(said).ShouldBe(said);

    [Fact]
    public void InEnglish_EverythingStaysAsItWasSaid() => Catalogue.Of(Language.English).Said("not now: the clock does not run").ShouldBe("not now: the clock does not run");

    // A sentence that is said otherwise below is not found any more, and is read in English: then this fails.
    [Fact]
    public void EverySentenceWithAText_IsSaidSomewhereInTheSources()
    {
        string sources = string.Concat(Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText)).Replace("\\\"", "\"", StringComparison.Ordinal);
        Catalogue english = Catalogue.Of(Language.English);
        string[] texts = [.. english.ClinicianKeys.Where(k => k.StartsWith("said.", StringComparison.Ordinal)).Select(k => english.Clinician(k, "{0}", "{1}", "{2}", "{3}", "{4}"))];
        texts.Length.ShouldBeGreaterThan(100);
        texts.SelectMany(t => Parts().Split(t)).Select(p => p.Trim()).Except(Together, StringComparer.Ordinal).Where(p => p.Length >= 8 && !sources.Contains(p, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    // What is put together of parts stands in the sources in parts.
    [GeneratedRegex(@"\{[^}]*\}|[,;:()]", RegexOptions.None, 1000)]
    private static partial Regex Parts();
}
