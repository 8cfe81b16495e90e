using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Protocol;
using GaitSense.Recording;

namespace GaitSense.Browser.Live;

/// <summary>Why a walk could not be begun, as a page hears it: "KIND\nFOOT\nMESSAGE", for it has words of its own for each kind.</summary>
internal static class PageFailure
{
    private const string Battery = "Battery", Storage = "Storage";

    /// <summary>The same failure with its kind and its foot in front.</summary>
    /// <param name="foot">Whose shoe.</param>
    /// <param name="failure">What happened.</param>
    public static GaitSenseException Of(Foot foot, GaitSenseException failure) => new($"{KindOf(failure)}\n{Words.Of(foot)}\n{failure.Message}", failure);

    /// <summary>The walk cannot be kept: the phone has no room.</summary>
    /// <param name="failure">What happened.</param>
    public static GaitSenseException Of(RecordingWriteException failure) => new($"{Storage}\n\n{failure.Message}", failure);

    private static string KindOf(GaitSenseException failure) => failure switch
    {
        BleException { Failure: var kind } => kind.ToString(),
        SensorRefusedException { Refusal.Error: ControlError.Battery } => Battery,
        SensorRefusedException { Refusal.Kind: SensorRefusalKind.NoAnswer } => nameof(BleFailure.Timeout),
        SensorRefusedException => nameof(BleFailure.NotSupported),
        _ => nameof(BleFailure.Failed),
    };
}
