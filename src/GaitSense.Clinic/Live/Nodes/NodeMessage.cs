using System.Text.Json;

namespace GaitSense.Clinic.Live.Nodes;

/// <summary>What one node says to another: a question, its answer, or what a walk's pages are told.</summary>
internal sealed record NodeMessage
{
    /// <summary>Who says it.</summary>
    public required string From { get; init; }

    /// <summary>The number of a question, and of its answer; 0: nobody waits.</summary>
    public long Number { get; init; }

    /// <summary>The session; all zeros: of none.</summary>
    public Guid Session { get; init; }

    /// <summary>A question: what a page asks.</summary>
    public LiveCommand? Ask { get; init; }

    /// <summary>An answer: what came of it; null: nothing to say, or <see cref="Title"/>.</summary>
    public JsonElement? Answer { get; init; }

    /// <summary>An answer: why it is refused.</summary>
    public string? Title { get; init; }

    /// <summary>The HTTP status of a refusal.</summary>
    public int Status { get; init; }

    /// <summary>What those who watch are told: "snapshot", "step", ...</summary>
    public string? Told { get; init; }
}
