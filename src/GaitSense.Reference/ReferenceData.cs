namespace GaitSense.Reference;

/// <summary>What is known about a recording from elsewhere: the contents of a <c>reference/</c> folder. A list is null where its file is absent.</summary>
public sealed record ReferenceData
{
    /// <summary>Labelled events.</summary>
    public IReadOnlyList<ReferenceEvent>? Events { get; init; }

    /// <summary>Labelled strides.</summary>
    public IReadOnlyList<ReferenceStride>? Strides { get; init; }

    /// <summary>An order of strides without times.</summary>
    public IReadOnlyList<ReferenceSequenceStride>? StrideSequence { get; init; }

    /// <summary>Spans in which nothing is judged.</summary>
    public IReadOnlyList<IgnoredSpan> Ignored { get; init; } = [];

    /// <summary>What is known of the recording from a time on, on a clock that starts there. What began before is left out; a sequence without times stays whole.</summary>
    /// <param name="startS">The time, s on the recording's clock.</param>
    public ReferenceData From(double startS) => this with
    {
        Events = Events is null ? null : [.. Events.Where(e => e.Time.Seconds >= startS).Select(e => e with { Time = e.Time.AddSeconds(-startS) })],
        Strides = Strides is null ? null :
        [
            .. Strides.Where(s => s.Start.Seconds >= startS).Select(s => s with { Start = s.Start.AddSeconds(-startS), End = s.End.AddSeconds(-startS) }),
        ],
        Ignored = [.. Ignored.Where(i => i.Start.Seconds >= startS).Select(i => i with { Start = i.Start.AddSeconds(-startS), End = i.End.AddSeconds(-startS) })],
    };
}
