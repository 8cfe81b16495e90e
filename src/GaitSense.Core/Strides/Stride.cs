namespace GaitSense.Core;

/// <summary>
/// One stride: initial contact to the next initial contact of the same foot, with the swing inside it. The first swing after rest, or at
/// the start of a recording, is a stride too: it has no opening contact, so <see cref="Start"/> and what needs it are null.
/// What is missing is null, never NaN.
/// </summary>
public readonly record struct Stride
{
    /// <summary>The foot.</summary>
    public Foot Foot { get; init; }

    /// <summary>Running number of the stride of this foot, from 0.</summary>
    public int Index { get; init; }

    /// <summary>Opening initial contact; null for a first stride.</summary>
    public DeviceTime? Start { get; init; }

    /// <summary>Closing initial contact.</summary>
    public DeviceTime End { get; init; }

    /// <summary>Terminal contact: where the swing begins.</summary>
    public DeviceTime TerminalContact { get; init; }

    /// <summary>
    /// How much earlier the foot may as well be said to have left the ground, s: it pushed off twice, and the instants after either push are this far apart. 0 where there is one instant.
    /// </summary>
    public double TerminalContactAmbiguityS { get; init; }

    /// <summary>Mid-stance instant before the swing; null where none was found.</summary>
    public DeviceTime? ZeroVelocityStart { get; init; }

    /// <summary>Mid-stance instant after the swing; null where none was found.</summary>
    public DeviceTime? ZeroVelocityEnd { get; init; }

    /// <summary>Time of the sample whose processing completed this stride.</summary>
    public DeviceTime KnownAt { get; init; }

    /// <summary>Horizontal distance between the mid-stance instants, m; usual 0.2 to 2.</summary>
    public double? LengthM { get; init; }

    /// <summary>Sensor's greatest height above the line between the two mid-stances, m; usual 0.05 to 0.25.</summary>
    public double? ClearanceM { get; init; }

    /// <summary>Height at the end minus height at the start, m, up positive.</summary>
    public double? HeightChangeM { get; init; }

    /// <summary>Sagittal foot angle at initial contact, rad, toe up positive, 0 at foot flat.</summary>
    public double? AngleAtInitialContactRad { get; init; }

    /// <summary>Sagittal foot angle at terminal contact, rad, toe up positive, 0 at foot flat.</summary>
    public double? AngleAtTerminalContactRad { get; init; }

    /// <summary>Change of heading between the mid-stances, rad, left positive.</summary>
    public double? TurnRad { get; init; }

    /// <summary>Where the sole came down flat in the stance that opens the stride; null where that was not seen, and for a first stride.</summary>
    public DeviceTime? FootFlat { get; init; }

    /// <summary>Where the sole began to leave the ground at the end of that stance; null as the former.</summary>
    public DeviceTime? HeelOff { get; init; }

    /// <summary>What the swing's path looked like; null where the stride has no length.</summary>
    public SwingShape? Swing { get; init; }

    /// <summary>
    /// Angle of the foot's axis against the way it went, rad, toe pointing outward positive (foot progression angle); only where the mounting is declared, because a
    /// learned axis is learned from the way.
    /// </summary>
    public double? ToeOutRad { get; init; }

    /// <summary>Direction of the swing.</summary>
    public WalkingDirection Direction { get; init; }

    /// <summary>The direction as said in mid-swing, before the landing; unknown where nothing was said.</summary>
    public WalkingDirection EarlyDirection { get; init; }

    /// <summary>Why <see cref="Direction"/> is not <see cref="EarlyDirection"/>.</summary>
    public DirectionRevision Revision { get; init; }

    /// <summary>0 to 1: how sure the core is of direction and length together.</summary>
    public double Confidence { get; init; }

    /// <summary>Why the stride is rejected; <see cref="RejectReason.None"/> for a valid one.</summary>
    public RejectReason RejectReason { get; init; }

    /// <summary>Whether the numbers may be used.</summary>
    public bool IsValid => RejectReason == RejectReason.None;

    /// <summary>Whether a foot can do what the numbers say.</summary>
    internal bool IsPlausible => LengthM is null or <= 3 && ClearanceM is null or <= 1 && HeightChangeM is null or (>= -1 and <= 1)
        && !(LengthM / Math.Max(ZeroVelocityEnd is { } end && ZeroVelocityStart is { } start ? end.SecondsSince(start) : 0, 0.2) > 5);

    /// <summary>Whether it shows which way the foot went: where a foot went 1 m, clipping leaves uncertain how far, but not which way.</summary>
    internal bool ShowsTheWay => RejectReason == RejectReason.None || (RejectReason == RejectReason.Clipped && IsPlausible);

    /// <summary>Initial contact to initial contact, s.</summary>
    public double? StrideTimeS => Start is { } start ? End.SecondsSince(start) : null;

    /// <summary>Initial to terminal contact, s.</summary>
    public double? StanceTimeS => Start is { } start ? TerminalContact.SecondsSince(start) : null;

    /// <summary>Loading: initial contact to foot flat, s.</summary>
    public double? LoadingS => FootFlat is { } flat && Start is { } start ? flat.SecondsSince(start) : null;

    /// <summary>Foot flat to heel off, s.</summary>
    public double? FootFlatS => FootFlat is { } flat ? HeelOff?.SecondsSince(flat) : null;

    /// <summary>Push-off: heel off to terminal contact, s.</summary>
    public double? PushOffS => HeelOff is { } off ? TerminalContact.SecondsSince(off) : null;

    /// <summary>Terminal to initial contact, s.</summary>
    public double SwingTimeS => End.SecondsSince(TerminalContact);

    /// <summary>Length over stride time, m/s.</summary>
    public double? SpeedMps => LengthM is { } length && StrideTimeS is > 0 and { } time ? length / time : null;

    /// <summary>The stride in a line: "left stride 12, landed at 27.870000 s: 1.41 m forward in 1.06 s".</summary>
    public override string ToString()
    {
        string went = LengthM is { } length ? Print.Line($"{length:0.00} m {Print.Words(Direction)}") : "length unknown";
        if (StrideTimeS is { } time) went += Print.Line($" in {time:0.00} s");
        if (!IsValid) went += $", not to be used ({Print.Words(RejectReason)})";
        return Print.Line($"{Print.Words(Foot)} stride {Index}, landed at {End}: {went}");
    }
}
