namespace GaitSense.Core;

// All that changes: forgotten, taken, put back.
public sealed partial class FootPipeline
{
    /// <summary>Forgets everything: as good as new.</summary>
    public void Reset()
    {
        _gate.Reset();
        _watch.Reset();
        _delays.Reset();
        _times.Reset();
        _mounting.Reset();
        _tracker.Reset();
        _contacts.Reset();
        _flat.Reset();
        _strides.Reset();
        _judge.Reset();
        _settler.Reset();
        _guesses.Reset();
        _s = default;
    }

    /// <summary>All that changes per sample, as one value that can be put back later or into another pipeline of the same options.</summary>
    public FootSnapshot TakeSnapshot() => new()
    {
        Gate = _gate.Snapshot,
        Watch = _watch.Snapshot,
        Delays = _delays.Snapshot,
        Times = _times.Snapshot,
        Mounting = _mounting.Snapshot,
        Tracker = _tracker.Snapshot,
        Contacts = _contacts.Snapshot,
        Flat = _flat.Snapshot,
        Strides = _strides.Snapshot,
        Judge = _judge.Snapshot,
        Settler = _settler.Snapshot,
        Guess = _guesses.Snapshot,
        Own = _s,
    };

    /// <summary>Continues exactly where <paramref name="snapshot"/> was taken.</summary>
    public void Restore(FootSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _gate.Snapshot = snapshot.Gate;
        _watch.Snapshot = snapshot.Watch;
        _delays.Snapshot = snapshot.Delays;
        _times.Snapshot = snapshot.Times;
        _mounting.Snapshot = snapshot.Mounting;
        _tracker.Snapshot = snapshot.Tracker;
        _contacts.Snapshot = snapshot.Contacts;
        _flat.Snapshot = snapshot.Flat;
        _strides.Snapshot = snapshot.Strides;
        _judge.Snapshot = snapshot.Judge;
        _settler.Snapshot = snapshot.Settler;
        _guesses.Snapshot = snapshot.Guess;
        _s = snapshot.Own;
    }
}
