using GaitSense.Feedback.Cues;

namespace GaitSense.Walk;

/// <summary>What people may ask for during a walk, as it is recorded.</summary>
public static class WalkRequests
{
    /// <summary>No cues, at once.</summary>
    public const string StopCues = "cues-stop";

    /// <summary>Cues again.</summary>
    public const string GoOnWithCues = "cues-go";

    /// <summary>The checklist of backward practice is confirmed.</summary>
    public const string ConfirmChecklist = "checklist-confirmed";

    /// <summary>A sensor's battery will not last.</summary>
    public const string BatteryLeft = "battery-low-left", BatteryRight = "battery-low-right";

    /// <summary>What it means for cues; null: nothing.</summary>
    public static CueRequest? Cues(string request) => request switch
    {
        StopCues => CueRequest.Stop,
        GoOnWithCues => CueRequest.Go,
        ConfirmChecklist => CueRequest.ConfirmChecklist,
        BatteryLeft => CueRequest.BatteryLeft,
        BatteryRight => CueRequest.BatteryRight,
        _ => null,
    };
}
