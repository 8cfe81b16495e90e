using GaitSense.Core;

namespace GaitSense.Reference.Tests;

public sealed class ReferenceDataTests
{
    private static readonly ReferenceData s_walk = new()
    {
        Events = [new(Foot.Left, GaitEventKind.InitialContact, At(1), WalkingDirection.Forward), new(Foot.Right, GaitEventKind.InitialContact, At(2), WalkingDirection.Forward)],
        Strides = [new(Foot.Left, At(1), At(2.5), 1.25, WalkingDirection.Forward), new(Foot.Left, At(2.5), At(4), 1.5, WalkingDirection.Backward)],
        StrideSequence = [new(Foot.Left, 1.5, 1.25)],
        Ignored = [new(Foot.Left, At(1), At(3), "a turn"), new(Foot.Right, At(3), At(4), "a stop")],
    };

    [Fact]
    public void From_AnInstant_KeepsWhatBeganNotBeforeIt_OnAClockThatStartsThere()
    {
        ReferenceData rest = s_walk.From(2);
        rest.Events.ShouldBe([new(Foot.Right, GaitEventKind.InitialContact, At(0), WalkingDirection.Forward)]);
        rest.Strides.ShouldBe([new(Foot.Left, At(0.5), At(2), 1.5, WalkingDirection.Backward)]);
        rest.Ignored.ShouldBe([new(Foot.Right, At(1), At(2), "a stop")]);
        rest.StrideSequence.ShouldBe(s_walk.StrideSequence);
    }

    [Fact]
    public void From_TablesThatAreAbsent_StayAbsent()
    {
        ReferenceData rest = new ReferenceData().From(1);
        rest.Events.ShouldBeNull();
        rest.Strides.ShouldBeNull();
    }

    private static DeviceTime At(double s) => DeviceTime.FromSeconds(s);
}
