using System.Globalization;

namespace GaitSense.Training.Programmes;

/// <summary>A programme of training over some weeks, as a versioned data file that people may edit: the template of plans.</summary>
public sealed record Programme
{
    /// <summary>What <see cref="Format"/> says.</summary>
    public const string FormatName = "gaitsense-programme";

    /// <summary>The kind of document.</summary>
    public required string Format { get; init; }

    /// <summary>Its name: small letters, digits and '-'. "backward-8-weeks".</summary>
    public required string Id { get; init; }

    /// <summary>Its version, from 1. Whoever changes a number raises it.</summary>
    public required int Version { get; init; }

    /// <summary>How many weeks it lasts, 1 to 52.</summary>
    public required int Weeks { get; init; }

    /// <summary>The physiotherapist who signed its proposed numbers, as an account's pseudonym; null: nobody has.</summary>
    public string? SignedBy { get; init; }

    /// <summary>Where its numbers come from, by key.</summary>
    public required IReadOnlyDictionary<string, ProgrammeSource> Sources { get; init; }

    /// <summary>Its sessions.</summary>
    public required IReadOnlyList<ProgrammePart> Parts { get; init; }

    /// <summary>Name and version, as plans keep them: "backward-8-weeks@1".</summary>
    public string Template => Id + "@" + Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a number in it is a proposal that nobody has signed.</summary>
    public bool NeedsSigning => SignedBy is null && Sources.Values.Any(s => s.Mark == EvidenceMark.Proposed);

    /// <summary>The sessions of one week.</summary>
    /// <param name="week">Week, from 1.</param>
    public IEnumerable<ProgrammePart> InWeek(int week) => Parts.Where(p => p.FromWeek <= week && week <= p.ToWeek);
}
