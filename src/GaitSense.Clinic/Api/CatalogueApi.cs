using GaitSense.Clinic.Accounts;
using GaitSense.Simulation.Presets;
using GaitSense.Training.Programmes;
using GaitSense.Training.Texts;
using GaitSense.Training.TimedTests;
using GaitSense.Training.Verdicts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GaitSense.Clinic.Api;

/// <summary>What there is to choose from: programmes, timed tests, simulated people.</summary>
internal static class CatalogueApi
{
    /// <summary>Maps it.</summary>
    public static void MapCatalogueApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/programmes", Programmes).RequireAuthorization(Policies.Clinician);
        api.MapGet("/tests", Tests).RequireAuthorization(Policies.Clinician);
        api.MapGet("/presets", Presets).RequireAuthorization(Policies.Clinician);
    }

    private static IResult Programmes() => Answers.List(ProgrammeLibrary.All.Select(p => new
    {
        template = p.Template,
        title = p.Id.Replace('-', ' '),
        weeks = p.Weeks,
        needs_signing = p.NeedsSigning,
        has_path = p.Parts.Any(part => part.PathM is not null),
        parts = p.Parts,
        sources = p.Sources,
    }));

    private static IResult Tests() => Answers.List(TestDefinitions.All.Select(t => new
    {
        id = t.Id,
        test = t.Name,
        name = LimitTable.BuiltIn.Find(t.Id)?.Title ?? t.Id,
        kind = t.Kind,
        unit = t.Unit,
        is_backward = t.IsBackward,
        is_guarded = t.IsGuarded,
        length_m = t.LengthM,
        duration_s = t.DurationS,
        limit_s = t.LimitS,
        trials = t.Trials,
        practice_trials = t.PracticeTrials,
        summary = t.Summary,
        instructions = t.Instructions,
        definition = t.Official,
        definitions = t.Definitions.Select(d => new { id = d, words = DefinitionWords.Of(d) }),
        setup = new { en = Setup(t, Language.English), de = Setup(t, Language.German) },
        script = new { en = Script(t, Language.English), de = Script(t, Language.German) },
        reject_reasons = TestReasons.Rejected,
        fail_reasons = TestReasons.BrokenOff,
        source = t.Source,
    }));

    private static IEnumerable<string> Setup(TestDefinition test, Language language) => test.Setup.Select(k => TestScripts.Of(language).Text(k, test));

    private static IEnumerable<string> Script(TestDefinition test, Language language) => test.Instructions.Select(i => TestScripts.Of(language).Text(test.Script[i], test));

    private static IResult Presets() => Answers.List(SimulationPresets.All.Select(p => new { name = p.Name, explanation = p.Explanation }));
}
