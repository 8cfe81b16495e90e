namespace GaitSense.Core;

/// <summary>An early guess of an event lives until an event confirms it, another takes its place, or it expires; the observer is notified of each end.</summary>
internal sealed class GuessTracker(Foot foot, IWalkObserver observer)
{
    // A guess that nothing confirmed for this long is withdrawn, s.
    private const double LifeS = 0.25;

    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    public void Reset() => _s = default;

    /// <summary>No event came with this sample.</summary>
    /// <param name="guess">What the detector guesses now; null for nothing new.</param>
    /// <param name="now">The sample's time.</param>
    public void Observe(ContactEvent? guess, DeviceTime now)
    {
        if (guess is { } g)
        {
            Resolve(null);
            _s = new State { IsOpen = true, Guess = new ProvisionalEvent(foot, g.Kind, g.Time, now, g.Confidence, null) };
            observer.OnProvisional(in _s.Guess);
        }
        else if (_s.IsOpen && now.SecondsSince(_s.Guess.KnownAt) > LifeS)
        {
            Resolve(null);
        }
    }

    /// <summary>An event came, or (null) none will.</summary>
    public void Resolve(GaitEventKind? found)
    {
        if (!_s.IsOpen) return;
        _s.IsOpen = false;
        _s.Guess = _s.Guess with { Kept = found == _s.Guess.Kind };
        observer.OnProvisional(in _s.Guess);
    }

    /// <summary>All that changes.</summary>
    public struct State
    {
        public bool IsOpen;
        public ProvisionalEvent Guess;
    }
}
