using GaitSense.Reference;

namespace GaitSense.Recording.Export;

/// <summary>What a person says about a BIDS data set to be written.</summary>
public sealed record BidsExportOptions
{
    /// <summary>The label of the person: letters and digits, a pseudonym. <value>The default is 01.</value></summary>
    public string Participant { get; init; } = "01";

    /// <summary>What was done: letters and digits. <value>The default is walk.</value></summary>
    public string Task { get; init; } = "walk";

    /// <summary>Events to write instead of those of the recording's <c>reference</c> folder; null: those.</summary>
    public IReadOnlyList<ReferenceEvent>? Events { get; init; }

    /// <summary>Where <see cref="Events"/> come from, for people; null: from the recording's reference.</summary>
    public string? EventsSource { get; init; }

    /// <summary>Name and version of the program that writes. <value>The default is GaitSense and no version.</value></summary>
    public (string Name, string? Version) Software { get; init; } = ("GaitSense", null);

    /// <summary>Whether a text is a label: letters and digits only, at least one.</summary>
    public static bool IsLabel(string? text) => !string.IsNullOrEmpty(text) && text.Length <= 64 && text.All(char.IsAsciiLetterOrDigit);
}
