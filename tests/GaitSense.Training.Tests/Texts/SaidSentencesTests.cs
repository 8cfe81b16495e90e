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
    [InlineData("limit from Söke and others 2022, n 49; 3 visits in a row beyond it are a change", "Grenze aus Söke und andere 2022, n 49; 3 Messungen nacheinander jenseits davon sind eine Änderung")]
    [InlineData("important from +20 % or −20 %, Hobart and others 2013", "wichtig ab +20 % oder −20 %, Hobart und andere 2013")]
    [InlineData("important from +9.6, Baert and others, the patients' view 2014, n 290", "wichtig ab +9,6, Baert und andere, aus Sicht der Patienten 2014, n 290")]
    [InlineData("beyond the limit at 2 visits in a row: 3 must agree", "jenseits der Grenze bei 2 Messungen nacheinander: 3 müssen übereinstimmen")]
    [InlineData("Verdicts: study with ethics approval: EK 2026-113, stated by admin-1 on 2026-11-02.", "Urteile: Studie mit Ethikvotum: EK 2026-113, angegeben von admin-1 am 2.11.2026.")]
    [InlineData("2026-11-02: attempt 3 does not count (invalid: the course was not clear)", "2.11.2026: Versuch 3 zählt nicht (der Weg war nicht frei)")]
    [InlineData("6mwt: 412 m: lengths of the corridor, and the rest of the last one; instruction as-far-as-possible", "6mwt: 412 m, nach: Längen der Bahn, und der Rest der letzten; Anweisung so weit wie möglich")]
    [InlineData("left: GS-01: the connection was lost; bring the sensor nearer and look at its battery; it is connected again as soon as it is heard", "links: GS-01: die Verbindung ist abgerissen; den Sensor näher bringen und die Batterie ansehen; er wird wieder verbunden, sobald er zu hören ist")]
    [InlineData("The right accelerometer reads 9.02 m/s² where gravity is 9.81: its scale is off by a factor of 0.92. Check its unit, range and calibration, or multiply it by 1.09.", "Die Beschleunigung am Fuß rechts zeigt 9,02 m/s², wo die Schwerkraft 9,81 ist: sie ist falsch um den Faktor 0,92. Einheit, Bereich und Kalibrierung prüfen, oder mit 1,09 malnehmen.")]
    [InlineData("The left accelerometer and gyroscope do not agree: their axes differ. It fits where the accelerometer's y is mirrored, or its x and z (or the gyroscope's) have the wrong sign: turn the accelerometer's y round. Lengths and directions are wrong until both are in the same axes.", "Beschleunigung und Drehung am Fuß links passen nicht zusammen: ihre Achsen sind verschieden. Es passt, wenn y der Beschleunigung gespiegelt ist, oder wenn x und z (oder die der Drehung) das falsche Vorzeichen haben: y der Beschleunigung umdrehen. Längen und Richtungen sind falsch, bis beide dieselben Achsen haben.")]
    [InlineData("The left accelerometer and gyroscope do not agree: the sign of the gyroscope's y is wrong (it is mirrored). Lengths and directions are wrong until it is turned round.", "Beschleunigung und Drehung am Fuß links passen nicht zusammen: das Vorzeichen von y der Drehung ist falsch (gespiegelt). Längen und Richtungen sind falsch, bis es umgedreht ist.")]
    [InlineData("The right sensor does not move as a foot does (34 % of its fastest rotation is left where a foot stands still; a foot shows less than 10 %): is it not on the foot, but on the shank, the trunk or an arm? Fix it to the foot or shoe.", "Der Sensor rechts bewegt sich nicht wie ein Fuß (wo ein Fuß steht, bleiben 34 % der schnellsten Drehung; ein Fuß zeigt weniger als 10 %): sitzt er nicht am Fuß, sondern am Unterschenkel, am Rumpf oder an einem Arm? Am Fuß oder Schuh befestigen.")]
    [InlineData("RECORDING STOPPED: the disk is full", "AUFNAHME ANGEHALTEN: the disk is full")]
    [InlineData("2 sessions, 1 measure, 6 timed tests, as CSV.", "2 Sitzungen, 1 Messwert, 6 Tests mit Zeit, in der Form CSV.")]
    public void ASentence_IsSaidInGerman_WithWhatStandsInIt(string said, string german) => German.Said(said).ShouldBe(german);

    // In these places stand words of files; elsewhere a word may be a person's own, and stays.
    [Theory]
    [InlineData("another aid (none, not one stick)", "andere Gehhilfe (keine, nicht ein Stock)")]
    [InlineData("another definition (watch-from-go, not feet-leave-to-cross)", "andere Definition (Stoppuhr ab „Los“, nicht Füße, vom Abheben bis über die Linie)")]
    [InlineData("another instruction (comfortable_walk, not t25fw@1+tug@1)", "andere Anweisung (bequemes Gehen, nicht T25FW (25-Fuß-Gehtest), Aufstehen und Gehen (TUG))")]
    [InlineData("walker: the file is empty", "walker: the file is empty")]
    public void AWordOfFiles_IsReadWhereOneStands(string said, string german) => German.Said(said).ShouldBe(german);

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
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText)).Replace("\\\"", "\"", StringComparison.Ordinal)
            // What is said of a quantity that is never judged, and how a test is to be walked.
            + string.Concat((((string Folder, string File)[])[("Verdicts", "change-limits.json"), ("TimedTests", "timed-tests.json")]).Select(f => File.ReadAllText(Repository.At("src", "GaitSense.Training", f.Folder, "Data", f.File))));
        Catalogue english = Catalogue.Of(Language.English);
        string[] texts = [.. english.ClinicianKeys.Where(k => k.StartsWith("said.", StringComparison.Ordinal)).Select(k => english.Clinician(k, "{0}", "{1}", "{2}", "{3}", "{4}"))];
        texts.Length.ShouldBeGreaterThan(100);
        texts.SelectMany(t => Parts().Split(t)).Select(p => p.Trim()).Except(Together, StringComparer.Ordinal).Where(p => p.Length >= 8 && !sources.Contains(p, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    // What is put together of parts stands in the sources in parts.
    [GeneratedRegex(@"\{[^}]*\}|[,;:()]", RegexOptions.None, 1000)]
    private static partial Regex Parts();
}
