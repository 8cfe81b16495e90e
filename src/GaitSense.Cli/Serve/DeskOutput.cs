using GaitSense.Cli.App;
using GaitSense.Cli.Cues;
using GaitSense.Clinic.Live;
using GaitSense.Devices;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Sound;

namespace GaitSense.Cli.Serve;

/// <summary>This computer's usual sound output, for walks that are led from a desk.</summary>
/// <param name="terminal">How devices are opened, words are spoken and ways of sound are remembered.</param>
internal sealed class DeskOutput(Terminal terminal) : IDeskSound
{
    private const string Device = "default";

    /// <inheritdoc/>
    public async Task<DeskSound> OpenAsync(CuePlan plan, CancellationToken stop)
    {
        Terminal quiet = DeskSensors.Quiet(terminal);
        (SpokenWords words, string? problem) = await CueRun.SpeakAsync(quiet, plan, stop).ConfigureAwait(false);
        ISoundOutput output = CueRun.Open(quiet, new CueChoice(plan, Wav: null, Device, Device, RouteLatencyS: null, IsConfirmed: false), out string way);
        return new DeskSound(output, words, string.Join("; ", new[] { way, problem, SoundLatency.Warning(plan, output.Facts) }.OfType<string>()));
    }
}
