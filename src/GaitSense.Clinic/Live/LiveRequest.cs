using System.Text.Json;

namespace GaitSense.Clinic.Live;

/// <summary>What a page asks for to begin a session.</summary>
internal sealed record LiveRequest
{
    /// <summary>Whose.</summary>
    public Guid Person { get; init; }

    /// <summary>Where the samples come from: "simulate", "replay", "ble".</summary>
    public string Source { get; init; } = "";

    /// <summary>The simulated person; null: the usual one.</summary>
    public string? Preset { get; init; }

    /// <summary>Chance of a simulation. <value>The default is 1.</value></summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How fast a walk goes that nobody walks: 1, or "max".</summary>
    public JsonElement? Speed { get; init; }

    /// <summary>Where: "clinic", "home".</summary>
    public string Place { get; init; } = "";

    /// <summary>Answers to the questions of the day: "yes", "no", "skip", by question.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A walk beside the plan.</summary>
    public bool Free { get; init; }

    /// <summary>How long a walk beside the plan lasts, min; null: until it is stopped, or to the simulation's end.</summary>
    public double? Minutes { get; init; }

    /// <summary>Whether a walk has cues. <value>The default is yes.</value></summary>
    public bool Cues { get; init; } = true;

    /// <summary>Where cues are heard: "desk", this computer's output; "none". <value>The default is "none": they are shown.</value></summary>
    public string Sound { get; init; } = "none";

    /// <summary>Whether the checklist of walking backward was gone through, and all of it is true.</summary>
    public bool ChecklistConfirmed { get; init; }

    /// <summary>The timed test; null: a walk.</summary>
    public LiveTestRequest? Test { get; init; }

    /// <summary>A recording of the server's import folder, by its path in it.</summary>
    public string? Recording { get; init; }

    /// <summary>The left foot's sensor by its address; null: who is in range and known.</summary>
    public string? Left { get; init; }

    /// <summary>The right foot's sensor by its address; null: who is in range and known.</summary>
    public string? Right { get; init; }

    /// <summary>Whether it goes as fast as it can.</summary>
    public bool IsFast => Speed is { ValueKind: JsonValueKind.String } speed && speed.ValueEquals("max");
}
