using GaitSense.Core;
using GaitSense.Reference;

namespace GaitSense.Analysis.Accuracy;

/// <summary>What was counted over one or more recordings, and the scores that follow.</summary>
internal sealed class EvaluationData
{
    public EventErrors? InitialContacts { get; private set; }

    public EventErrors? TerminalContacts { get; private set; }

    public StrideErrors? Strides { get; private set; }

    public SequenceErrors? Sequences { get; private set; }

    public ProvisionalErrors? ProvisionalInitialContacts { get; private set; }

    public ProvisionalErrors? ProvisionalTerminalContacts { get; private set; }

    public void Add(ReferenceData reference, IReadOnlyList<GaitEvent> events, IReadOnlyList<Stride> strides, IReadOnlyList<ProvisionalEvent>? guesses)
    {
        if (reference.Events is not null && guesses is not null)
        {
            (ProvisionalInitialContacts ??= new()).Add(GaitEventKind.InitialContact, reference, guesses);
            (ProvisionalTerminalContacts ??= new()).Add(GaitEventKind.TerminalContact, reference, guesses);
        }

        if (reference.Events is not null)
        {
            (InitialContacts ??= new()).Add(GaitEventKind.InitialContact, reference, events);
            (TerminalContacts ??= new()).Add(GaitEventKind.TerminalContact, reference, events);
        }

        if (reference.Strides is not null) (Strides ??= new()).Add(reference, events, strides);
        if (reference.StrideSequence is not null) (Sequences ??= new()).Add(reference, strides);
    }

    public void Add(EvaluationData other)
    {
        if (other.InitialContacts is not null) (InitialContacts ??= new()).Add(other.InitialContacts);
        if (other.TerminalContacts is not null) (TerminalContacts ??= new()).Add(other.TerminalContacts);
        if (other.ProvisionalInitialContacts is not null) (ProvisionalInitialContacts ??= new()).Add(other.ProvisionalInitialContacts);
        if (other.ProvisionalTerminalContacts is not null) (ProvisionalTerminalContacts ??= new()).Add(other.ProvisionalTerminalContacts);
        if (other.Strides is not null) (Strides ??= new()).Add(other.Strides);
        if (other.Sequences is not null) (Sequences ??= new()).Add(other.Sequences);
    }

    public EvaluationResult Score() => new()
    {
        InitialContact = InitialContacts?.Score(),
        TerminalContact = TerminalContacts?.Score(),
        Stride = Strides?.Score(),
        Sequence = Sequences?.Score(),
    };
}
