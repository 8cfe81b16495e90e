using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Sound;
using GaitSense.Sessions;

namespace GaitSense.Cli.Cues;

/// <summary>Options of commands that give cues.</summary>
internal sealed class CueOptions
{
    private readonly Option<string?> _plan = new("--cues") { Description = "Cue plan: what the walker hears; gaitsense cues explains it.", HelpName = "FILE" };
    private readonly Option<string?> _wav = new("--wav") { Description = "With cues: write what is heard to a WAV file, in the walk's time.", HelpName = "FILE" };
    private readonly Option<string?> _sound = new("--sound") { Description = "With cues: the sound device, as aplay -L lists them, or none. Default: what the desktop plays to.", HelpName = "DEVICE" };
    private readonly Option<string?> _route = new("--route") { Description = "Name of the sound output, as calibrated by gaitsense sound. Default: that of the device.", HelpName = "NAME" };
    private readonly Option<double?> _latency = new("--sound-latency") { Description = "Output latency beyond the device, in ms: headphones on a radio take 70 to 250. Default: as calibrated.", HelpName = "MS" };
    private readonly Option<bool> _check = new("--check") { Description = "With cues: begin with a check. The walker sits or holds on, keeps still, and taps twice with the foot that the words ask for." };
    private readonly Option<bool> _checklist = new("--checklist-confirmed") { Description = "Backward practice: the checklist that gaitsense cues shows was gone through, and all of it is true." };

    private readonly Option<string?> _ears = new("--ears") { Description = "With cues: which ears hear them: both, left or right. Default: as the plan says.", HelpName = "EARS" };
    private readonly Option<double?> _volume = new("--volume") { Description = "With cues: loudness, dB below the loudest: 0 is the loudest, -12 a quarter of it. Default: as the plan says.", HelpName = "DB" };
    private readonly Option<double?> _vibration = new("--vibration-latency") { Description = "With cues that are felt: from the radio's hand-over to the skin, in ms. Default: as the plan says.", HelpName = "MS" };

    /// <summary>The options.</summary>
    public CueOptions()
    {
        _ears.AcceptOnlyFromAmong("both", "left", "right");
        Bound(_latency, 0, 1000, "ms");
        Bound(_volume, -60, 0, "dB");
        Bound(_vibration, 0, 300, "ms");
    }

    /// <summary>All of them, for a command's list.</summary>
    public IEnumerable<Option> All => [_plan, _wav, _sound, _route, _latency, _ears, _volume, _vibration, _check, _checklist];

    /// <summary>What was given; null: no cues.</summary>
    /// <exception cref="UsageException">Something is given that has no meaning without cues.</exception>
    public CueChoice? Of(ParseResult parsed)
    {
        if (parsed.GetValue(_plan) is { } path)
        {
            CuePlan plan = Changed(CuePlans.Read(path), parsed);
            if (parsed.GetValue(_check)) plan = plan with { Safety = plan.Safety with { StartCheck = true } };
            string device = parsed.GetValue(_sound) ?? "default";
            return new CueChoice(plan, parsed.GetValue(_wav), device, parsed.GetValue(_route) ?? device, parsed.GetValue(_latency) / 1000, parsed.GetValue(_checklist))
            {
                IsRouteGiven = parsed.GetValue(_sound) is not (null or "none") || parsed.GetValue(_route) is not null || parsed.GetValue(_latency) is not null,
            };
        }

        foreach (Option option in (Option[])[_wav, _sound, _route, _latency, _ears, _volume, _vibration, _check, _checklist])
            if (parsed.GetResult(option) is { Implicit: false }) throw new UsageException($"{option.Name} goes with --cues FILE.");
        return null;
    }

    // What is said on the command line holds for this walk, and is part of the plan that its recording keeps.
    private CuePlan Changed(CuePlan plan, ParseResult parsed)
    {
        double latency = parsed.GetValue(_vibration) ?? plan.Vibration.LatencyMs;
        return plan with
        {
            Sound = plan.Sound with { Ears = parsed.GetValue(_ears) is { } ears ? Enum.Parse<EarMode>(ears, ignoreCase: true) : plan.Sound.Ears, VolumeDb = parsed.GetValue(_volume) ?? plan.Sound.VolumeDb },
            Vibration = plan.Vibration with { LatencyMs = latency, MotorMs = Math.Min(plan.Vibration.MotorMs, latency) },
        };
    }

    private static void Bound<T>(Option<T> option, double least, double most, string unit) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double value) && !(value >= least && value <= most))
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is {least} to {most} {unit}."));
    });
}
