using GaitSense.Cli.Cues;
using GaitSense.Cli.Training;
using GaitSense.Cli.Training.Timed;
using GaitSense.Recording.Files;
using GaitSense.Recording.Session;
using GaitSense.Sessions;

namespace GaitSense.Cli.Ble;

/// <summary>What is to be made of a walk with sensors.</summary>
/// <param name="Name">Name of the walk.</param>
/// <param name="RecordTo">Folder of the session recording; null: none is made.</param>
/// <param name="Person">Who walks; noted in the recording.</param>
/// <param name="OutDirectory">Folder of the results; null to write none.</param>
/// <param name="CalibrationWalkS">How long the walk begins with walking that is known to go forward, s.</param>
/// <param name="Cues">Cues; null: none.</param>
/// <param name="Plain">Whether lines are wanted even on a terminal.</param>
internal sealed record BleWalkRequest(string Name, string? RecordTo, SessionPerson Person, string? OutDirectory, double CalibrationWalkS, bool Plain, CueChoice? Cues = null)
{
    /// <summary>What results are made of. <value>The default: of what happens once.</value></summary>
    public MadeNote Made { get; init; } = MadeNote.OfTheMoment(AnalysisTarget.ResultKind);

    /// <summary>Whether files that are there may be written over, whatever they are.</summary>
    public bool Force { get; init; }

    /// <summary>Where the samples come from, where it is no foot; null: of sensors.</summary>
    public string? From { get; init; }

    /// <summary>The timed test that the walk is; null: none.</summary>
    public TestWalk? Test { get; init; }

    /// <summary>The session of a person of the store that the walk is; null: none.</summary>
    public PersonSession? Session { get; init; }
}
