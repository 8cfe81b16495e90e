namespace GaitSense.Browser.Live;

/// <summary>What a page asks of a walk with sensors.</summary>
internal sealed record PageWalkOptions
{
    /// <summary>What the page's transport calls the left shoe's sensor; empty: none.</summary>
    public string Left { get; init; } = "";

    /// <summary>What the page's transport calls the right shoe's sensor; empty: none.</summary>
    public string Right { get; init; } = "";

    /// <summary>Samples a second to ask for, Hz. <value>The default is null: that of the sensor's kind.</value></summary>
    public int? RateHz { get; init; }

    /// <summary>Name of the storage's folder, for messages; files.js has opened it.</summary>
    public required string Folder { get; init; }

    /// <summary>Folder of the worker's memory for result files. <value>The default is null: none are written.</value></summary>
    public string? Results { get; init; }

    /// <summary>The cue plan: the text of its file. <value>The default is null: no cues.</value></summary>
    public string? Plan { get; init; }

    /// <summary>Whether each point of backward practice's checklist was confirmed just now.</summary>
    public bool ChecklistConfirmed { get; init; }

    /// <summary>From when a sound is given to the device until it is heard, s, as far as the page knows. <value>The default is 0.</value></summary>
    public double LatencyS { get; init; }

    /// <summary>Minutes to walk, rests not counted. <value>The default is null: until somebody ends it.</value></summary>
    public double? Minutes { get; init; }

    /// <summary>Minutes between rests. <value>The default is null: no rest is built in.</value></summary>
    public double? RestAfter { get; init; }

    /// <summary>Minutes of a rest.</summary>
    public double? Rest { get; init; }

    /// <summary>Backward lengths of the path. <value>The default is null: the dose is in minutes.</value></summary>
    public int? Lengths { get; init; }

    /// <summary>Length of the path, m.</summary>
    public double? PathM { get; init; }

    /// <summary>The time zone, IANA.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>Whether the shoes are simulated, so that nobody walks: the session says it (<c>source</c> in its manifest). <value>The default is no.</value></summary>
    public bool Simulated { get; init; }

    /// <summary>Language of the walker: "en" or "de".</summary>
    public string Language { get; init; } = "en";
}
