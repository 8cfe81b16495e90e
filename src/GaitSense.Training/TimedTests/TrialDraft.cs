namespace GaitSense.Training.TimedTests;

/// <summary>What is known of a trial before a person has looked at it.</summary>
public sealed class TrialDraft
{
    private readonly List<string> _notes = [];
    private readonly List<(double FromS, double? ToS)> _rests = [];
    private readonly List<double> _lapsS = [];

    internal TrialDraft(int no, bool isPractice) => (No, IsPractice) = (no, isPractice);

    /// <summary>Number of the attempt, from 1.</summary>
    public int No { get; }

    /// <summary>Whether it is for practice.</summary>
    public bool IsPractice { get; }

    /// <summary>When "go" was awaited, s; null: not yet.</summary>
    public double? ArmedS { get; internal set; }

    /// <summary>When "go" was given, s; null: not yet.</summary>
    public double? GoS { get; internal set; }

    /// <summary>When the clock was stopped, s; null: it was not.</summary>
    public double? StopS { get; internal set; }

    /// <summary>Whether a person stopped it; else its time was over.</summary>
    public bool IsStoppedByHand { get; internal set; }

    /// <summary>Errors in the second task.</summary>
    public int Errors { get; internal set; }

    /// <summary>Rests, s; a last one may be open.</summary>
    public IReadOnlyList<(double FromS, double? ToS)> Rests => _rests;

    /// <summary>When somebody counted a lap, s.</summary>
    public IReadOnlyList<double> LapsS => _lapsS;

    /// <summary>What needs a person's eye.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Why it does not count; null: it may.</summary>
    public string? Failure { get; internal set; }

    internal void Note(string note)
    {
        if (!_notes.Contains(note, StringComparer.Ordinal)) _notes.Add(note);
    }

    internal void CountLap(double timeS) => _lapsS.Add(timeS);

    internal bool TryRest(double timeS)
    {
        if (_rests is [.., { ToS: null }]) return false;
        _rests.Add((timeS, null));
        return true;
    }

    internal bool TryGoOn(double timeS)
    {
        if (_rests is not [.., { ToS: null } open] || timeS < open.FromS) return false;
        _rests[^1] = open with { ToS = timeS };
        return true;
    }
}
