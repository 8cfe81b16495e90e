using System.Runtime.Versioning;
using GaitSense.Analysis.Cues;
using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Walk;

namespace GaitSense.Browser.Live;

/// <summary>Cues on their way to the page, which sounds each at its time, and what it says became of them.</summary>
/// <param name="hostAt">When an instant of the walk is by the host's clock; null while that is not known.</param>
/// <param name="clock">The page's time.</param>
/// <param name="delivery">Receives each cue's fate.</param>
[SupportedOSPlatform("browser")]
internal sealed class PageSound(Func<DeviceTime, HostTime?> hostAt, PageClock clock, CueDelivery delivery) : ICueSound
{
    private const string Begun = "begun", Missed = "missed", NotPlaced = "not_placed", Crowded = "crowded";

    private readonly Dictionary<string, long> _fates = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool IsLive => true;

    /// <summary>What the page says is wrong with its sound; null: nothing.</summary>
    public string? Problem { get; set; }

    /// <inheritdoc/>
    public CueDelivered Delivered => new()
    {
        Device = "the page's sound",
        Begun = Count(Begun),
        Missed = Count(Missed),
        NotPlaced = Count(NotPlaced) + Count(Crowded),
        Underruns = null,
        Failure = Problem,
    };

    /// <inheritdoc/>
    public void OnCue(in Cue cue)
    {
        string clip = cue.Kind switch
        {
            CueKind.Beat => cue.Foot == Foot.Right ? "right" : "left",
            CueKind.GoodStep => "good",
            _ => "word",
        };
        // Words are said as soon as they can be; a beat without a time is none.
        double? at = hostAt(cue.PlannedAt) is { } host ? clock.ToPageMs(host) : cue.Phrase is null ? null : PageCalls.NowMs();
        if (at is { } ms) PageCalls.Cue(cue.Number, clip, cue.Phrase, cue.Foot switch { Foot.Left => -1, Foot.Right => 1, _ => 0 }, cue.GainDb, ms);
        else Take(cue.Number, NotPlaced, PageCalls.NowMs());
    }

    /// <inheritdoc/>
    public void OnSilence(bool wordsToo) => PageCalls.Silence(wordsToo);

    /// <summary>What became of a cue.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="fate">Its fate, as <see cref="CueDelivery"/> has them.</param>
    /// <param name="atMs">When that was known, by the page's clock, ms.</param>
    public void Take(int number, string fate, double atMs)
    {
        _fates[fate] = Count(fate) + 1;
        delivery.Write(number, clock.ToHost(atMs), frame: null, fate, CueDelivery.Sound);
    }

    private long Count(string fate) => _fates.GetValueOrDefault(fate);
}
