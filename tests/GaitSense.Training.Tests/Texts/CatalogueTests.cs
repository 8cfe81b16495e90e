using System.Text.RegularExpressions;
using GaitSense.Analysis.Parameters;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.Programmes;
using GaitSense.Training.Progression;
using GaitSense.Training.Texts;
using GaitSense.Training.Volume;

namespace GaitSense.Training.Tests.Texts;

/// <summary>Texts: both languages have all, walkers read short plain sentences, and no word makes it a medical device.</summary>
public sealed partial class CatalogueTests
{
    private static readonly string[] Banned =
    [
        "treat", "treats", "treatment", "therapy", "cure", "cures", "prevent falls", "fall risk", "diagnose", "diagnosis", "detect relapse", "normal", "abnormal", "safe", "improve your MS", "missed",
        "behandeln", "Behandlung", "Therapie", "heilen", "Stürze verhindern", "Sturzrisiko", "Diagnose", "sicher", "normal", "verpasst",
        "All is well", "nothing lost", "Are you all right", "Alles in Ordnung", "Geht es Ihnen gut",
    ];

    // Reviewed, one by one: a disclaimer that says what this is not.
    private static readonly string[] Exceptions = ["clinician:note.purpose", "clinician:said.verdict.purpose"];

    public static TheoryData<Language> Languages => [Language.English, Language.German];

    private static IEnumerable<(string Key, string Text)> Walker(Language language) => Catalogue.Of(language).WalkerKeys.Select(k => (k, Catalogue.Of(language).Walker(k, "{0}", "{1}")));

    private static IEnumerable<(string Key, string Text)> Clinician(Language language) => Catalogue.Of(language).ClinicianKeys.Select(k => (k, Catalogue.Of(language).Clinician(k, "{0}", "{1}", "{2}", "{3}", "{4}")));

    [Fact]
    public void BothLanguages_HaveAllTexts_WithTheSamePlacesForValues()
    {
        Walker(Language.German).Select(t => t.Key).ShouldBe(Walker(Language.English).Select(t => t.Key));
        Clinician(Language.German).Select(t => t.Key).ShouldBe(Clinician(Language.English).Select(t => t.Key));
        Dictionary<string, string> german = Walker(Language.German).Concat(Clinician(Language.German)).ToDictionary(t => t.Key, t => t.Text, StringComparer.Ordinal);
        foreach ((string key, string english) in Walker(Language.English).Concat(Clinician(Language.English)))
        {
            string.Concat(Places(german[key])).ShouldBe(string.Concat(Places(english)), key);
            string.Equals(german[key], english, StringComparison.Ordinal).ShouldBeFalse(key);
            (english.Trim().Length > 0 && german[key].Trim().Length > 0).ShouldBeTrue(key);
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void EveryKey_ThatARuleMayName_HasItsText(Language language)
    {
        string[] asked = [.. GateRules.Keys, .. GateRules.AdviceKeys, .. TodayRules.Keys, .. GateQuestions.All.Select(q => q.TextKey), .. ProgrammeLibrary.Names.Select(n => "programme." + n)];
        asked.Except(Catalogue.Of(language).WalkerKeys, StringComparer.Ordinal).ShouldBeEmpty();
        string[] desk = [.. GateRules.Keys.Select(k => "desk." + k), .. ProgressionRules.Keys];
        desk.Except(Catalogue.Of(language).ClinicianKeys, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Languages))]
    public void EveryMeasureOfASession_HasAWordAtTheDesk(Language language) =>
        WalkParameter.All.Select(p => p.Name).Concat(SymmetryParameter.All.Select(p => p.Name)).Concat([DoseNames.WalkedS, DoseNames.Strides, DoseNames.Bouts, DoseNames.BackwardLengths, DoseNames.BackwardM, "distance_m", "steps", "valid_strides", "distance_walked_index_percent"])
            .Where(n => !Catalogue.Of(language).HasClinician("desk.word." + n.Replace('_', '-'))).ShouldBeEmpty();

    // The audit keeps a verb as the store says it; who reads it at the desk reads it in their language.
    [Theory, MemberData(nameof(Languages))]
    public void EveryVerbOfTheAudit_HasAWordAtTheDesk(Language language)
    {
        string[] verbs = [.. ((string[])["GaitSense.Storage", "GaitSense.Clinic"])
            .SelectMany(r => Directory.EnumerateFiles(Repository.At("src", r), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Verbs().Matches(File.ReadAllText(f))).SelectMany(m => Quoted().Matches(m.Value)).Select(m => m.Groups["verb"].Value)];
        // What belongs to a person goes through one method, which puts the verb together.
        string[] rows = [.. ((string[])["fall", "note", "consent", "sign-off", "check"]).SelectMany(r => ((string[])["added", "changed", "deleted"]).Select(v => $"{r} {v}"))];
        verbs.Length.ShouldBeGreaterThan(40);
        Catalogue texts = Catalogue.Of(language);
        verbs.Concat(rows).Distinct(StringComparer.Ordinal).Where(v => !texts.HasWord(v)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Languages))]
    public void WhatWalkersRead_HasSentencesOfAtMostTwelveWords(Language language) =>
        Walker(language).SelectMany(t => Readability.Sentences(t.Text).Select(s => (t.Key, s.Length))).Where(s => s.Length > 12).ShouldBeEmpty();

    [Fact]
    public void WhatWalkersReadInEnglish_NeedsAtMostSixGradesOfSchool()
    {
        foreach ((string key, string text) in Walker(Language.English).Where(t => Words(t.Text) >= 4)) Readability.FleschKincaid(text).ShouldBeLessThanOrEqualTo(6, key);
        Readability.FleschKincaid(string.Join(". ", Walker(Language.English).Select(t => t.Text))).ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public void WhatWalkersReadInGerman_NeedsAtMostSixGradesOfSchool()
    {
        foreach ((string key, string text) in Walker(Language.German).Where(t => Words(t.Text) >= 4)) Readability.WienerSachtext(text).ShouldBeLessThanOrEqualTo(6, key);
        Readability.WienerSachtext(string.Join(". ", Walker(Language.German).Select(t => t.Text))).ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public void AHardText_IsFoundHard()
    {
        Readability.FleschKincaid("Individualised rehabilitation necessitates considerable interdisciplinary communication").ShouldBeGreaterThan(6);
        Readability.WienerSachtext("Individualisierte Rehabilitation erfordert beträchtliche interdisziplinäre Kommunikation").ShouldBeGreaterThan(6);
        Readability.FleschKincaid("The cat sat on the mat. It was a fat cat.").ShouldBe(-1.6, 0.3); // 11 words, 2 sentences, 11 syllables: 2.145 + 11.8 - 15.59
    }

    [Theory, MemberData(nameof(Languages))]
    public void NoText_HasAWordThatMakesItAMedicalDevice(Language language)
    {
        IEnumerable<(string Key, string Text)> all = Walker(language).Select(t => ("walker:" + t.Key, t.Text)).Concat(Clinician(language).Select(t => ("clinician:" + t.Key, t.Text)));
        all.Where(t => !Exceptions.Contains(t.Item1, StringComparer.Ordinal) && Banned.Any(b => HasWords(t.Item2, b))).ShouldBeEmpty();
    }

    [Fact]
    public void Words_AreFoundWhole()
    {
        HasWords("This is safe.", "safe").ShouldBeTrue();
        HasWords("Safety first", "safe").ShouldBeFalse();
        HasWords("a physiotherapy room", "therapy").ShouldBeFalse();
        HasWords("It may PREVENT FALLS today", "prevent falls").ShouldBeTrue();
    }

    [Fact]
    public void WalkersAndClinicians_ReadTextsOfTheirOwn() => Catalogue.Of(Language.English).WalkerKeys.Intersect(Catalogue.Of(Language.English).ClinicianKeys, StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Walkers_ReadNoPercent_AndNoVerdict() => Walker(Language.English).Concat(Walker(Language.German)).Where(t => t.Text.Contains('%', StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void ANumber_IsWrittenAsTheLanguageHasIt()
    {
        Catalogue.Of(Language.English).Walker("offer.comfortable-walk", 2.5).ShouldBe("Walk at your own pace for 2.5 minutes.");
        Catalogue.Of(Language.German).Walker("offer.comfortable-walk", 2.5).ShouldBe("Gehen Sie 2,5 Minuten in Ihrem Tempo.");
    }

    [Fact]
    public void AWord_GoesByTheNumberBeforeIt()
    {
        Catalogue english = Catalogue.Of(Language.English), german = Catalogue.Of(Language.German);
        english.Walker("after.walked", 1, 1).ShouldBe("You walked 1 minute and 1 step. Short walks count.");
        english.Walker("after.walked", 0.5, 2).ShouldBe("You walked 0.5 minutes and 2 steps. Short walks count.");
        german.Walker("weeks.minutes", 1.0).ShouldBe("Sie gingen diese Woche 1 Minute.");
        german.Walker("weeks.minutes", 0).ShouldBe("Sie gingen diese Woche 0 Minuten.");
        english.Clinician("reason.down.away", "1").ShouldBe("Down: 1 day without a session.");
        german.Clinician("reason.down.stops", 1).ShouldBe("Weniger: 1 vorzeitiger Abbruch.");
    }

    // A place is followed by a choice of words, or by one that is the same for one and for many.
    [Fact]
    public void NoText_HasAPluralWithoutItsSingular()
    {
        string[] plurals =
        [
            "minutes", "steps", "times", "metres", "stations", "weeks", "days", "bouts", "faces", "stops", "sessions",
            "Minuten", "Schritte", "Stationen", "Wochen", "Tage", "Abschnitte", "Gesichter", "Abbrüche", "Einheiten",
        ];
        foreach (string file in (string[])["en.json", "de.json"])
        {
            string texts = File.ReadAllText(Repository.At("src", "GaitSense.Training", "Texts", "Data", file));
            plurals.Where(p => Regex.IsMatch(texts, $@"\{{\d\}} (\w+ )?{p}\b", RegexOptions.None, TimeSpan.FromSeconds(1))).ShouldBeEmpty(file);
        }
    }

    [Fact]
    public void AReason_ThatARuleWrites_IsInTheCatalogue()
    {
        string source = string.Join("\n", Directory.EnumerateFiles(Repository.At("src", "GaitSense.Training"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        string[] written = [.. ReasonKey().Matches(source).Select(m => m.Groups["key"].Value).Distinct(StringComparer.Ordinal)];
        written.Length.ShouldBeGreaterThan(12);
        written.Where(k => k is not "reason.up." && !Catalogue.Of(Language.English).HasClinician(k)).ShouldBeEmpty();
    }

    private static bool HasWords(string text, string words) => Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(words)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static int Words(string text) => Readability.Sentences(text).Sum(s => s.Length);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("\"(?<key>reason\\.[a-z.-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReasonKey();

    // Where a line of the audit gets its verb: the store's own work, its audit, and the two that name one for several.
    [GeneratedRegex(@"(?:Audit\.AddAsync|\.Record)\(""[^""{]+""|\.Record\(\w+ \? ""[^""]+"" : ""[^""]+""|ChangeAsync\(\s*[\w.]+,\s*""[^""]+""|const string Verb = ""[^""]+""", RegexOptions.None, 1000)]
    private static partial Regex Verbs();

    [GeneratedRegex(@"""(?<verb>[^""]+)""", RegexOptions.None, 1000)]
    private static partial Regex Quoted();
}
