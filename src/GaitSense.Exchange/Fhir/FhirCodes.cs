using GaitSense.Core;
using GaitSense.Training.Records;

namespace GaitSense.Exchange;

/// <summary>
/// The codes of others that may leave, each for one meaning that is the same as ours; all else has the project's own code. A code that is nearly right would be read as exactly right.
/// </summary>
internal static class FhirCodes
{
    public const string Loinc = "http://loinc.org";

    /// <summary>The code system of HL7's guide for personal health records.</summary>
    public const string PersonalHealthRecord = "http://hl7.org/fhir/uv/phr/CodeSystem/observation-pghd-codes";

    /// <summary>The project's own codes: a measure's or test's name with its direction.</summary>
    public const string Own = "urn:x-gaitsense:measures";

    /// <summary>The project's pseudonyms.</summary>
    public const string Pseudonyms = "urn:x-gaitsense:person";

    public const string Ucum = "http://unitsofmeasure.org";

    public const string AbsentReasons = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    public const string ActReasons = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    public const string Categories = "http://terminology.hl7.org/CodeSystem/observation-category";

    /// <summary>All codes of other systems that may be in a bundle.</summary>
    public static IReadOnlySet<(string System, string Code)> Allowed { get; } = new HashSet<(string, string)>
    {
        (Loinc, "55423-8"), (Loinc, "89423-8"), (PersonalHealthRecord, "walkingSpeed"), (PersonalHealthRecord, "walkingStepLength"), (PersonalHealthRecord, "walkingDoubleSupportPercentage"),
        (PersonalHealthRecord, "sixMinuteWalkTestDistance"), (AbsentReasons, "unknown"), (ActReasons, "HTEST"), (Categories, "activity"),
    };

    // UCUM of the units that measures have; a ratio's unit is 1.
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["m/s"] = "m/s",
        ["m"] = "m",
        ["s"] = "s",
        ["%"] = "%",
        ["1/min"] = "/min",
        ["steps/min"] = "{steps}/min",
        ["1"] = "1",
        ["deg"] = "deg",
        ["°"] = "deg",
        ["% of stride"] = "%",
        ["% of stance"] = "%",
    };

    /// <summary>The code of another system that means what a measure is; null: there is none.</summary>
    public static (string System, string Code)? Of(Measure measure) => measure.Side is not null ? null : (measure.Name, measure.Direction) switch
    {
        ("speed_mps", WalkingDirection.Forward) => (PersonalHealthRecord, "walkingSpeed"),
        ("step_length_m", WalkingDirection.Forward) => (PersonalHealthRecord, "walkingStepLength"),
        ("double_support_percent", WalkingDirection.Forward) => (PersonalHealthRecord, "walkingDoubleSupportPercentage"),
        ("steps", WalkingDirection.Unknown) => (Loinc, "55423-8"),
        _ => null,
    };

    /// <summary>The code of another system that means what a trial's official result is; null: there is none.</summary>
    public static (string System, string Code)? Of(Trial trial) => (trial.Test.Split('@')[0], trial.Definition) switch
    {
        ("tug", "watch-from-go") => (Loinc, "89423-8"),
        ("6mwt", "lap-distance") => (PersonalHealthRecord, "sixMinuteWalkTestDistance"),
        _ => null,
    };

    /// <summary>A unit in UCUM; null: it has none that is known here.</summary>
    public static string? Unit(string unit) => Units.GetValueOrDefault(unit);
}
