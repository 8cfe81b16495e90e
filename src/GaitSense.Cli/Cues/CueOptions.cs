using System.CommandLine;
using GaitSense.Feedback;
using GaitSense.Sessions;

namespace GaitSense.Cli;

/// <summary>Options of commands that give cues.</summary>
internal sealed class CueOptions
{
    private readonly Option<string?> _plan = new("--cues") { Description = "Cue plan: what the walker hears; gaitsense cues explains it.", HelpName = "FILE" };
    private readonly Option<string?> _wav = new("--wav") { Description = "With cues: write what is heard to a WAV file, in the walk's time.", HelpName = "FILE" };
    private readonly Option<string?> _sound = new("--sound") { Description = "With cues: the sound device, as aplay -L lists them, or none. Default: what the desktop plays to.", HelpName = "DEVICE" };
    private readonly Option<string?> _route = new("--route") { Description = "Name of the way to the ear, as calibrated by gaitsense sound. Default: that of the device.", HelpName = "NAME" };
    private readonly Option<double?> _latency = new("--sound-latency") { Description = "What the way to the ear takes beyond the device, in ms: headphones on a radio take 70 to 250. Default: as calibrated.", HelpName = "MS" };
    private readonly Option<bool> _check = new("--check") { Description = "With cues: begin with a check. The walker stands still, holds on, and taps the foot that the words ask for." };
    private readonly Option<bool> _checklist = new("--checklist-confirmed") { Description = "Backward practice: the checklist that gaitsense cues shows was gone through, and all of it is true." };

    /// <summary>The options.</summary>
    public CueOptions() => _latency.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<double?>() is not (null or (>= 0 and <= 1000))) result.AddError("--sound-latency is 0 to 1000 ms.");
    });

    /// <summary>All of them, for a command's list.</summary>
    public IEnumerable<Option> All => [_plan, _wav, _sound, _route, _latency, _check, _checklist];

    /// <summary>What was given; null: no cues.</summary>
    /// <exception cref="UsageException">Something is given that has no meaning without cues.</exception>
    public CueChoice? Of(ParseResult parsed)
    {
        if (parsed.GetValue(_plan) is { } path)
        {
            CuePlan plan = CuePlans.Read(path);
            if (parsed.GetValue(_check)) plan = plan with { Safety = plan.Safety with { StartCheck = true } };
            string device = parsed.GetValue(_sound) ?? "default";
            return new CueChoice(plan, parsed.GetValue(_wav), device, parsed.GetValue(_route) ?? device, parsed.GetValue(_latency) / 1000, parsed.GetValue(_checklist));
        }

        foreach (Option option in (Option[])[_wav, _sound, _route, _latency, _check, _checklist])
            if (parsed.GetResult(option) is { Implicit: false }) throw new UsageException($"{option.Name} goes with --cues FILE.");
        return null;
    }
}
