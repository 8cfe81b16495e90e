using System.CommandLine;
using GaitSense.Sessions;

namespace GaitSense.Cli;

/// <summary>Options of commands that give cues.</summary>
internal sealed class CueOptions
{
    private readonly Option<string?> _plan = new("--cues") { Description = "Cue plan: what the walker hears; gaitsense cues explains it.", HelpName = "FILE" };
    private readonly Option<string?> _wav = new("--wav") { Description = "With cues: write what is heard to a WAV file, in the walk's time.", HelpName = "FILE" };
    private readonly Option<string?> _sound = new("--sound") { Description = "With cues: the sound device, as aplay -L lists them, or none. Default: what the desktop plays to.", HelpName = "DEVICE" };
    private readonly Option<double> _latency = new("--sound-latency") { Description = "What the way to the ear takes beyond the device, in ms: headphones on a radio take 70 to 250.", HelpName = "MS" };
    private readonly Option<bool> _checklist = new("--checklist-confirmed") { Description = "Backward practice: the checklist that gaitsense cues shows was gone through, and all of it is true." };

    /// <summary>The options.</summary>
    public CueOptions() => _latency.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<double>() is not (>= 0 and <= 1000)) result.AddError("--sound-latency is 0 to 1000 ms.");
    });

    /// <summary>All of them, for a command's list.</summary>
    public IEnumerable<Option> All => [_plan, _wav, _sound, _latency, _checklist];

    /// <summary>What was given; null: no cues.</summary>
    /// <exception cref="UsageException">Something is given that has no meaning without cues.</exception>
    public CueChoice? Of(ParseResult parsed)
    {
        if (parsed.GetValue(_plan) is { } path)
            return new CueChoice(CuePlans.Read(path), parsed.GetValue(_wav), parsed.GetValue(_sound) ?? "default", parsed.GetValue(_latency) / 1000, parsed.GetValue(_checklist));
        foreach (Option option in (Option[])[_wav, _sound, _checklist])
            if (parsed.GetResult(option) is { Implicit: false }) throw new UsageException($"{option.Name} goes with --cues FILE.");
        return null;
    }
}
