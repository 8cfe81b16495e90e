namespace GaitSense.Devices;

/// <summary>Where spoken words come from.</summary>
public sealed record SpeechOptions
{
    /// <summary>A folder of recordings, KEY.wav for each phrase; what is there is not synthesised. <value>The default value is null: none.</value></summary>
    public string? Folder { get; init; }

    /// <summary>The speech engine's program. <value>The default value is "espeak-ng".</value></summary>
    public string Program { get; init; } = "espeak-ng";

    /// <summary>How fast it speaks, words per minute; 80 to 300. <value>The default value is 140, slower than in conversation.</value></summary>
    public int WordsPerMinute { get; init; } = 140;

    /// <summary>Longest time for one phrase, s; 1 to 60. <value>The default value is 10 s.</value></summary>
    public double TimeoutS { get; init; } = 10;
}
