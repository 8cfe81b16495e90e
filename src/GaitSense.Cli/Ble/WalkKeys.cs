using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Sessions;
using GaitSense.Walk;

namespace GaitSense.Cli.Ble;

/// <summary>
/// Keys during a walk: <c>m</c> marks the moment in the recording; <c>s</c> silences the cues at once, and a digit then notes why; <c>g</c> has them again;
/// <c>p</c> confirms the path of backward practice from where the walker stands.
/// </summary>
internal sealed class WalkKeys : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);
    private static readonly string[] Reasons = ["tired", "pain", "unsteady", "other"];

    private readonly Action<string> _ask;
    private readonly SessionRecording? _recorder;
    private readonly bool _hasCues, _confirmsPath;
    private readonly ITimer? _timer;
    private int _marks;
    private bool _isSilent;

    /// <summary>Begins to watch the keyboard.</summary>
    /// <param name="terminal">The keyboard.</param>
    /// <param name="ask">Asks the walk for something: any walk that goes at the speed of life.</param>
    /// <param name="recorder">Marks go there; null: there are none.</param>
    /// <param name="hasCues">Whether there are cues to silence.</param>
    /// <param name="confirmsPath">Whether the checklist of backward practice was confirmed before, so that its path can be confirmed again.</param>
    public WalkKeys(Terminal terminal, Action<string> ask, SessionRecording? recorder, bool hasCues, bool confirmsPath = false)
    {
        (_ask, _recorder, _hasCues, _confirmsPath) = (ask, recorder, hasCues, confirmsPath);
        if (recorder is not null || hasCues) _timer = terminal.Time.CreateTimer(_ => TakeAll(terminal), null, Period, Period);
    }

    /// <summary>The keys of a walk without a radio that goes at real speed: a person may listen to its cues. Null: it goes at another speed.</summary>
    public static WalkKeys? Of(Terminal terminal, IWalkSource walk, CueChoice? cues) =>
        walk is PacedSource paced ? new WalkKeys(terminal, paced.Ask, recorder: null, cues is not null, cues is { IsConfirmed: true, Plan.Practice: Practice.Backward }) : null;

    /// <summary>How fast a walk without a radio goes, and where a person looks what its keys do.</summary>
    public static string Pace(Terminal terminal, WalkKeys? keys) => keys is null ? "as fast as possible" : "real speed" + (terminal.OutIsTerminal ? keys.Text : "");

    /// <summary>What there is to say of them.</summary>
    public string Text
    {
        get
        {
            string marks = _recorder is null ? "" : Volatile.Read(ref _marks) is > 0 and var n ? string.Create(CultureInfo.InvariantCulture, $", {n} marked (m)") : ", m marks a moment";
            if (!_hasCues) return marks;
            return marks + (Volatile.Read(ref _isSilent) ? ", CUES OFF (g: again; why? 1 tired 2 pain 3 unsteady 4 other)" : ", s silences the cues") + (_confirmsPath ? ", p: the path behind is clear from here" : "");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _timer?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void TakeAll(Terminal terminal)
    {
        // A terminal that is gone gives the character 0 for ever.
        while (terminal.ReadKey() is { } key and not '\0') Take(char.ToLowerInvariant(key));
    }

    private void Take(char key)
    {
        switch (key)
        {
            case 'm':
                _recorder?.Mark(string.Create(CultureInfo.InvariantCulture, $"mark {Interlocked.Increment(ref _marks)}"));
                break;
            case 's' when _hasCues:
                Volatile.Write(ref _isSilent, true);
                _ask(WalkRequests.StopCues);
                break;
            case 'g' when _hasCues:
                Volatile.Write(ref _isSilent, false);
                _ask(WalkRequests.GoOnWithCues);
                break;
            case 'p' when _confirmsPath:
                _ask(WalkRequests.ConfirmChecklist);
                break;
            case >= '1' and <= '4' when Volatile.Read(ref _isSilent):
                _recorder?.Mark($"cues stopped: {Reasons[key - '1']}");
                break;
        }
    }
}
