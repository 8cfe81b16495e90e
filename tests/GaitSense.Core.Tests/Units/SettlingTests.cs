namespace GaitSense.Core.Tests;

/// <summary>Events and strides wait for their direction, and come out in their order; early guesses are confirmed or withdrawn.</summary>
public sealed class SettlingTests
{
    private readonly Told _told = new();

    [Fact]
    public void Event_IsToldAtOnce_AndSettledWithItsStride()
    {
        DirectionSettler settler = new(_told, Known());
        settler.Add(Event(GaitEventKind.TerminalContact, 1));
        settler.Flush(At(1));
        (_told.Events.Count, _told.Settled.Count).ShouldBe((1, 0));
        settler.Add(Event(GaitEventKind.InitialContact, 1.5));
        settler.Settle(AxisDirection.Along);
        settler.LastDirection.ShouldBe(AxisDirection.Along);
        settler.Add(new Stride { KnownAt = At(1.7), Confidence = 0.8, AngleAtInitialContactRad = 0.3, AngleAtTerminalContactRad = -0.6 }, AxisDirection.Along, new EarlyDirection(AxisDirection.Along, WalkingDirection.Forward));
        settler.Flush(At(1.8));
        _told.Settled.Select(e => (e.Kind, e.Direction, e.DirectionKnownAt)).ShouldBe(
            [(GaitEventKind.TerminalContact, WalkingDirection.Forward, At(1.8)), (GaitEventKind.InitialContact, WalkingDirection.Forward, At(1.8))]);
        Stride stride = _told.Strides.ShouldHaveSingleItem();
        (stride.Direction, stride.EarlyDirection, stride.Revision, stride.KnownAt, stride.Confidence).ShouldBe((WalkingDirection.Forward, WalkingDirection.Forward, DirectionRevision.None, At(1.8), 0.8));
        (stride.AngleAtInitialContactRad, stride.AngleAtTerminalContactRad).ShouldBe((0.3, -0.6));
        settler.Flush(At(2));
        _told.Strides.Count.ShouldBe(1);
    }

    // Which end is the toe is not known: what needs it waits, and so does whatever comes after it; steps on the spot need it not.
    [Fact]
    public void DirectionWithoutASign_WaitsForIt()
    {
        MountingTracker mounting = new(null);
        DirectionSettler settler = new(_told, mounting);
        settler.Add(Event(GaitEventKind.InitialContact, 1), AxisDirection.InPlace);
        settler.Add(Event(GaitEventKind.InitialContact, 2), AxisDirection.Unknown);
        settler.Flush(At(2));
        _told.Settled.Select(e => (e.Direction, e.DirectionKnownAt)).ShouldBe([(WalkingDirection.InPlace, At(2)), (WalkingDirection.Unknown, null)]);
        settler.Add(new Stride { KnownAt = At(3), Confidence = 0.8, AngleAtInitialContactRad = 0.3 }, AxisDirection.Along, default);
        settler.Add(Event(GaitEventKind.FootFlat, 3.1), AxisDirection.InPlace);
        settler.Flush(At(3.2));
        (_told.Strides.Count, _told.Settled.Count).ShouldBe((0, 2));
        // Two strides of a calibration walk went against the axis.
        mounting.Forward.ObserveDeclared(-1);
        mounting.Forward.Observe(new WayShown(At(3), -1, 0, 0, null, null, null, false), At(3));
        settler.Flush(At(3.3));
        Stride stride = _told.Strides.ShouldHaveSingleItem();
        (stride.Direction, stride.AngleAtInitialContactRad, stride.Revision).ShouldBe((WalkingDirection.Backward, -0.3, DirectionRevision.NoEarlyEstimate));
        stride.Confidence.ShouldBe(0.8 * mounting.Forward.Confidence, 1e-12);
        _told.Settled.Count.ShouldBe(3);
    }

    [Fact]
    public void AtTheEnd_WhatHasNoName_StaysUnknown()
    {
        DirectionSettler settler = new(_told, new MountingTracker(null));
        settler.Add(new Stride { KnownAt = At(3), Confidence = 0.8, AngleAtInitialContactRad = 0.3 }, AxisDirection.Along, default);
        settler.Add(Event(GaitEventKind.TerminalContact, 4));
        settler.FlushAll(At(5));
        Stride stride = _told.Strides.ShouldHaveSingleItem();
        (stride.Direction, stride.AngleAtInitialContactRad, stride.Confidence).ShouldBe((WalkingDirection.Unknown, null, 0.8 * 0.5));
        _told.Settled.ShouldHaveSingleItem().Direction.ShouldBe(WalkingDirection.Unknown);
    }

    // A direction that was said with the event (mid-swing) is kept; one that was settled is settled.
    [Fact]
    public void WhatIsSettled_StaysAsItIs()
    {
        DirectionSettler settler = new(_told, Known());
        settler.Add(Event(GaitEventKind.MidSwing, 1) with { Direction = WalkingDirection.Left, DirectionKnownAt = At(1) }, AxisDirection.LeftOf);
        settler.Add(Event(GaitEventKind.InitialContact, 1.5));
        settler.Settle(AxisDirection.Against);
        settler.Settle(AxisDirection.Along);
        settler.Flush(At(2));
        _told.Settled.Select(e => (e.Direction, e.DirectionKnownAt)).ShouldBe([(WalkingDirection.Left, At(1)), (WalkingDirection.Backward, At(2))]);
        settler.Add(Event(GaitEventKind.InitialContact, 2.5));
        settler.Reset();
        settler.FlushAll(At(3));
        _told.Settled.Count.ShouldBe(2);
    }

    [Fact]
    public void CornerStride_IsRevisedByTheCorner()
    {
        DirectionSettler settler = new(_told, Known());
        settler.Add(new Stride { TurnRad = 1, KnownAt = At(1) }, AxisDirection.Along, new EarlyDirection(AxisDirection.LeftOf, WalkingDirection.Left));
        settler.Flush(At(1));
        _told.Strides.Single().Revision.ShouldBe(DirectionRevision.Corner);
    }

    // 256 wait at most: then the oldest is told without a name.
    [Fact]
    public void MoreThanCanWait_AreToldWithoutAName()
    {
        DirectionSettler settler = new(_told, new MountingTracker(null));
        for (int i = 0; i < PendingRecords.Capacity + 3; i++) settler.Add(Event(GaitEventKind.InitialContact, i), AxisDirection.Along);
        _told.Settled.Select(e => (e.Time, e.Direction)).ShouldBe([(At(0), WalkingDirection.Unknown), (At(1), WalkingDirection.Unknown), (At(2), WalkingDirection.Unknown)]);
        settler.FlushAll(At(999));
        _told.Settled.Select(e => e.Time).ShouldBe(Enumerable.Range(0, PendingRecords.Capacity + 3).Select(i => At(i)));
    }

    [Theory, InlineData(GaitEventKind.InitialContact, true), InlineData(GaitEventKind.TerminalContact, false), InlineData(null, false)]
    public void Guess_IsConfirmedByItsEvent(GaitEventKind? found, bool isKept)
    {
        GuessTracker guesses = new(Foot.Right, _told);
        guesses.Resolve(found);
        guesses.Observe(new ContactEvent(GaitEventKind.InitialContact, At(0.98), 0, 1, 0.5, 0.7), At(1));
        guesses.Observe(null, At(1.25));
        guesses.Resolve(found);
        guesses.Resolve(found);
        _told.Guesses.ShouldBe([new(Foot.Right, GaitEventKind.InitialContact, At(0.98), At(1), 0.7, null), new(Foot.Right, GaitEventKind.InitialContact, At(0.98), At(1), 0.7, isKept)]);
    }

    [Fact]
    public void Guess_ThatNothingConfirms_IsWithdrawnAfterAQuarterSecond_OrByTheNext()
    {
        GuessTracker guesses = new(Foot.Left, _told);
        guesses.Observe(new ContactEvent(GaitEventKind.InitialContact, At(1), 0, 1, 0.5, 0.7), At(1));
        guesses.Observe(null, At(1.25));
        _told.Guesses.Count.ShouldBe(1);
        guesses.Observe(null, At(1.26));
        _told.Guesses[^1].Kept.ShouldBe(false);
        guesses.Observe(new ContactEvent(GaitEventKind.InitialContact, At(2), 0, 1, 0.5, 0.7), At(2));
        guesses.Observe(new ContactEvent(GaitEventKind.TerminalContact, At(2.1), 0, 1, 0.5, 0.7), At(2.1));
        _told.Guesses.Select(g => g.Kept).ShouldBe([null, false, null, false, null]);
        guesses.Reset();
        guesses.Resolve(null);
        _told.Guesses.Count.ShouldBe(5);
    }

    private static MountingTracker Known() => new(MountingAxes.Identity);

    private static GaitEvent Event(GaitEventKind kind, double time) => new(Foot.Left, kind, At(time), At(time), WalkingDirection.Unknown, 0.9, null);

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);

    private sealed class Told : IWalkObserver
    {
        public List<GaitEvent> Events { get; } = [];

        public List<GaitEvent> Settled { get; } = [];

        public List<Stride> Strides { get; } = [];

        public List<ProvisionalEvent> Guesses { get; } = [];

        public void OnEvent(in GaitEvent e) => Events.Add(e);

        public void OnEventSettled(in GaitEvent e) => Settled.Add(e);

        public void OnStride(in Stride stride) => Strides.Add(stride);

        public void OnProvisional(in ProvisionalEvent e) => Guesses.Add(e);
    }
}
