using GaitSense.Core;

namespace GaitSense.Recording.Export;

/// <summary>Names in a BIDS data set with one motion recording (BIDS 1.9, motion).</summary>
/// <param name="Participant">The label of the person.</param>
/// <param name="Task">The label of the task.</param>
internal sealed record BidsNames(string Participant, string Task)
{
    /// <summary>The key of <c>_motion.json</c> under which this program keeps what BIDS has no word for.</summary>
    public const string OwnKey = "GaitSense";

    /// <summary>The word before a tracking system's label.</summary>
    public const string SystemWord = "_tracksys-";

    /// <summary>The data set's description; written last.</summary>
    public const string Description = "dataset_description.json";

    /// <summary>Who took part.</summary>
    public const string Participants = "participants.tsv";

    /// <summary>What this is, for people.</summary>
    public const string Readme = "README";

    /// <summary>The person's folder.</summary>
    public string Subject => "sub-" + Participant;

    /// <summary>The folder of the recordings.</summary>
    public string Folder => Subject + "/motion";

    /// <summary>The list of the person's recordings.</summary>
    public string Scans => $"{Subject}_scans.tsv";

    /// <summary>A foot's tracking system: its sensor has a clock and a number of samples of its own, as BIDS defines one.</summary>
    public static string System(Foot foot) => foot == Foot.Left ? "leftfoot" : "rightfoot";

    /// <summary>The point that is tracked, as BIDS' own examples spell it.</summary>
    public static string Point(Foot foot) => foot == Foot.Left ? "LeftFoot" : "RightFoot";

    /// <summary>A file of a foot: <c>motion.tsv</c>, <c>channels.tsv</c>, and so on.</summary>
    public string Of(Foot foot, string suffix) => $"{Subject}_task-{Task}{SystemWord}{System(foot)}_{suffix}";
}
