namespace GaitSense.Analysis.Accuracy;

/// <summary>The evaluation of one recording, or of several pooled.</summary>
public sealed class RecordingEvaluation
{
    internal RecordingEvaluation(string name, string kind, EvaluationData data)
    {
        Name = name;
        Kind = kind;
        Data = data;
        Result = data.Score();
    }

    /// <summary>Name of the recording or the pool.</summary>
    public string Name { get; }

    /// <summary>Recordings of one kind are pooled in a row of their own.</summary>
    public string Kind { get; }

    /// <summary>The scores.</summary>
    public EvaluationResult Result { get; }

    /// <summary>Pairs of reference and detected strides, in order of matching.</summary>
    public IReadOnlyList<StridePair> StridePairs => Data.Strides?.Pairs ?? [];

    /// <summary>How well the strides' directions were named; null where no reference stride carries one.</summary>
    public DirectionScore? Direction => DirectionScore.Of(StridePairs);

    /// <summary>Initial contact errors, detected minus reference, s.</summary>
    public IReadOnlyList<double> InitialContactErrorsS => Data.InitialContacts?.ErrorsS ?? [];

    /// <summary>Terminal contact errors, detected minus reference, s.</summary>
    public IReadOnlyList<double> TerminalContactErrorsS => Data.TerminalContacts?.ErrorsS ?? [];

    /// <summary>How long after the reference each initial contact was known, s.</summary>
    public IReadOnlyList<double> InitialContactKnownAfterS => Data.InitialContacts?.KnownAfterS ?? [];

    /// <summary>How long after the reference each terminal contact was known, s.</summary>
    public IReadOnlyList<double> TerminalContactKnownAfterS => Data.TerminalContacts?.KnownAfterS ?? [];

    /// <summary>Early guesses of initial contacts; null where there are no labels, or guesses were not given.</summary>
    public ProvisionalScore? ProvisionalInitialContact => Data.ProvisionalInitialContacts?.Score();

    /// <summary>Early guesses of terminal contacts; null where there are no labels, or guesses were not given.</summary>
    public ProvisionalScore? ProvisionalTerminalContact => Data.ProvisionalTerminalContacts?.Score();

    internal EvaluationData Data { get; }
}
