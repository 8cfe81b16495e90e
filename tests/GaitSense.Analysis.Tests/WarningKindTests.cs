using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

/// <summary>A warning says what it is about, so that nobody has to tell it by its first words.</summary>
public sealed class WarningKindTests
{
    private static readonly (WalkingDirection, int) Steps = (WalkingDirection.Forward, 30);

    [Fact]
    public void GoodWalk_HasNone() => Of(new FakeWalk().Play(Steps)).ShouldBeEmpty();

    [Fact]
    public void Clocks_ThatAreSeparateOrContradictEachOther_AreClock()
    {
        Of(new FakeWalk { SharedClock = false }.Play(Steps)).ShouldBe([WarningKind.Clock]);
        Of(new FakeWalk { RightLaterS = 0.05 }.Play(Steps)).ShouldBe([WarningKind.Clock]);
    }

    [Fact]
    public void Gravity_ThatReadsTenPercentTooMuch_IsUnitsOfThatFoot() =>
        Of(Changed(q => q.Foot == Foot.Left ? q with { RestAccelMps2 = 10.8 } : q)).ShouldBe([WarningKind.Units]);

    [Fact]
    public void Samples_AtTheLimit_AreRange() => Of(Changed(q => q with { ClippedAccel = 70 })).ShouldBe([WarningKind.Range, WarningKind.Range]);

    [Fact]
    public void Sensor_ThatStaysAtItsScaleNoLonger_IsSensorAndNotUnits() => Of(Changed(q => q.Foot == Foot.Left
        ? q with { RestAccelMps2 = 12, Health = new SensorHealth(null, new SensorFault(Foot.Left, default, SensorFaultKind.AccelScale, 1.2, SignedAxes.Same), null, null, 20, null, null, null) }
        : q)).ShouldBe([WarningKind.Sensor]);

    [Fact]
    public void Strides_ThatWereRejectedAndSamplesThatCannotBe_AreWalk()
    {
        Of(new FakeWalk { RejectEvery = 2 }.Play(Steps)).ShouldBe([WarningKind.Walk, WarningKind.Walk]);
        Of(new FakeWalk().Play()).ShouldBe([WarningKind.Walk]);
        Of(Changed(q => q with { Impossible = 3, OutOfOrder = 2 })).ShouldBe([WarningKind.Walk, WarningKind.Walk, WarningKind.Walk, WarningKind.Walk]);
    }

    // What a reader of data says keeps its place even where it begins as a warning of ours does.
    [Fact]
    public void Words_OfWhoReadTheData_AreSourceHoweverTheyBegin()
    {
        WalkRecord walk = new FakeWalk().Play(Steps);
        Of(walk with { Context = walk.Context with { Warnings = ["At rest the file was empty.", "The feet share no clock, says the file."] } }).ShouldBe([WarningKind.Source, WarningKind.Source]);
    }

    [Fact]
    public void Sentences_AreTheSameWithAndWithoutTheirKind()
    {
        var summary = WalkSummary.From(new FakeWalk { SharedClock = false, RejectEvery = 2 }.Play(Steps));
        summary.WarningsByKind.Select(w => w.Text).ShouldBe(summary.Warnings);
        var read = WalkSummary.FromJson(summary.ToJson());
        read.Warnings.ShouldBe(summary.Warnings);
        read.WarningsByKind.ShouldBeEmpty();
    }

    private static WalkRecord Changed(Func<DataQuality, DataQuality> change)
    {
        WalkRecord walk = new FakeWalk().Play(Steps);
        return walk with { Context = walk.Context with { Quality = [.. walk.Context.Quality.Select(change)] } };
    }

    private static WarningKind[] Of(WalkRecord walk) => [.. WalkSummary.From(walk).WarningsByKind.Select(w => w.Kind)];
}
