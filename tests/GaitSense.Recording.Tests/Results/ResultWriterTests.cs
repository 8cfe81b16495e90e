using System.Globalization;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Results;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Tests;

public sealed class ResultWriterTests : IDisposable
{
    private static readonly Stride Whole = new()
    {
        Foot = Foot.Right,
        Start = new(1_000_000),
        End = new(2_100_001),
        TerminalContact = new(1_650_000),
        ZeroVelocityStart = new(1_300_000),
        ZeroVelocityEnd = new(2_400_000),
        KnownAt = new(2_410_000),
        LengthM = 1.234567,
        ClearanceM = 0.1,
        HeightChangeM = -0.0000001,
        AngleAtInitialContactRad = Math.PI / 6,
        AngleAtTerminalContactRad = -1,
        TurnRad = 0.5,
        Direction = WalkingDirection.InPlace,
        EarlyDirection = WalkingDirection.Forward,
        Revision = DirectionRevision.Displacement,
        Confidence = 0.98765,
    };

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Complete_NothingDecided_WritesEveryTableWithTheContractsHeader()
    {
        Run(_ => { });
        Text("events.csv").ShouldBe("foot,event,time_s,detected_at_s,direction,confidence,direction_known_at_s\n");
        Text("provisional_events.csv").ShouldBe("foot,event,time_s,known_at_s,confidence,kept\n");
        Text("strides.csv").ShouldStartWith("foot,start_s,end_s,terminal_contact_s,zero_velocity_start_s,zero_velocity_end_s,stride_time_s,stance_time_s,"
            + "swing_time_s,stride_length_m,speed_mps,direction,clearance_m,height_change_m,angle_at_ic_deg,angle_at_tc_deg,turn_deg,confidence,valid,reject_reason");
        Text("steps.csv").ShouldStartWith("foot,time_s,step_time_s,step_time_uncertainty_s,double_support_s");
        Text("trajectory.csv").ShouldStartWith("foot,time_s,x_m,y_m,z_m");
        File.ReadAllBytes(_folder["out/events.csv"])[0].ShouldBe((byte)'f', "UTF-8 without a mark");
        Text("turns.csv").ShouldBe("");
        Directory.GetFiles(_folder["out"]).Length.ShouldBe(7);
    }

    [Fact]
    public void OnStride_WholeStride_IsWrittenInTheContractsUnits() =>
        Row("strides.csv", w => w.OnStride(in Whole)).ShouldBe(
            "right,1.000000,2.100001,1.650000,1.300000,2.400000,1.100001,0.650000,0.450001,1.23457,1.12233,in_place,0.10000,0.00000,30.000,-57.296,28.648,0.988,true,,2.410000,forward,displacement,0.10000,,,,,,,,,0.000000");

    [Fact]
    public void OnStride_FirstAndRejected_LeavesWhatIsMissingEmpty()
    {
        var stride = new Stride
        {
            Foot = Foot.Left,
            End = new(2_000_000),
            TerminalContact = new(1_500_000),
            KnownAt = new(2_000_000),
            RejectReason = RejectReason.NoZeroVelocity,
            TurnRad = double.NaN,
        };
        Row("strides.csv", w => w.OnStride(in stride)).ShouldBe(
            "left,,2.000000,1.500000,,,,,0.500000,,,unknown,,,,,,0.000,false,no_zero_velocity,2.000000,unknown,,,,,,,,,,,0.000000");
    }

    [Fact]
    public void OnEventSettled_Event_IsWrittenOnceSettled()
    {
        var known = new GaitEvent(Foot.Left, GaitEventKind.InitialContact, new(1_234_567), new(1_300_000), WalkingDirection.Backward, 0.5, new(1_400_000));
        Row("events.csv", w =>
        {
            ((IWalkObserver)w).OnEvent(known with { Direction = WalkingDirection.Unknown });
            w.OnEventSettled(in known);
        }).ShouldBe("left,initial_contact,1.234567,1.300000,backward,0.500,1.400000");
        Row("events.csv", w => w.OnEventSettled(known with { Kind = GaitEventKind.HeelOff, Direction = WalkingDirection.Unknown, DirectionKnownAt = null }))
            .ShouldBe("left,heel_off,1.234567,1.300000,unknown,0.500,");
    }

    [Fact]
    public void OnProvisional_Guess_IsWrittenOnceItIsKeptOrWithdrawn()
    {
        var guess = new ProvisionalEvent(Foot.Right, GaitEventKind.TerminalContact, new(1_000_000), new(1_010_000), 0.75, null);
        Row("provisional_events.csv", w =>
        {
            w.OnProvisional(in guess);
            w.OnProvisional(guess with { Kept = false });
        }).ShouldBe("right,terminal_contact,1.000000,1.010000,0.750,false");
    }

    [Fact]
    public void OnStep_Step_IsWritten() =>
        Row("steps.csv", w => w.OnStep(new Step(Foot.Left, new(3_000_000), 0.55, 0.004, null, new(3_100_000), WalkingDirection.Forward)))
            .ShouldBe("left,3.000000,0.550000,0.004000,,forward,3.100000");

    [Fact]
    public void Trajectory_EachDetail_TakesItsOwnPoints()
    {
        static void Both(ResultWriter w)
        {
            w.OnPathPoint(new PathPoint(Foot.Left, new(1_000_000), new(1, 2, 3), Math.PI / 2));
            w.OnPose(new FootPose(Foot.Left, new(1_005_000), new(-1, -2.000007, -0.000001), default, 0, Math.PI, FootPhase.Swing));
        }

        Row("trajectory.csv", Both).ShouldBe("left,1.000000,1.00000,2.00000,3.00000,90.000");
        Row("trajectory.csv", Both, TrajectoryDetail.Full).ShouldBe("left,1.005000,-1.00000,-2.00001,0.00000,180.000");
    }

    [Fact]
    public void Dispose_WithoutComplete_LeavesTheTablesOfTheRunBefore()
    {
        Row("strides.csv", w => w.OnStride(in Whole));
        using (var tables = new ResultTables(new FolderStore(_folder["out"])))
        using (var crash = new ResultWriter(tables.Write)) crash.OnStride(Whole with { Foot = Foot.Left });
        Text("strides.csv").ShouldContain("right,");
        Directory.GetFiles(_folder["out"]).Length.ShouldBe(7, "no temporary file is left");
    }

    [Fact]
    public void Complete_Partial_SavesWhatWasDoneAndSaysSo()
    {
        Run(
            writer =>
            {
                writer.OnStride(in Whole);
                Directory.GetFiles(_folder["out"], "*.csv").Where(f => !Path.GetFileName(f).StartsWith('.')).ShouldBeEmpty("names come at the end");
            },
            isPartial: true);
        Text("strides.csv").ShouldContain("right,");
        Text("incomplete.txt").ShouldBe("The analysis was stopped before the end: the tables go to 2.410 s of the recording.\n");
        Run(_ => { });
        File.Exists(_folder["out/incomplete.txt"]).ShouldBeFalse("a whole run takes the note away");
    }

    [Fact]
    public void New_FolderCannotBeMade_SaysSo() =>
        Should.Throw<RecordingWriteException>(() => new ResultTables(new FolderStore(_folder.Write("file", "") + "/out"))).Message.ShouldContain("cannot be written");

    [Fact]
    public void OnPose_ManySamples_AllocatesNothing()
    {
        using var tables = new ResultTables(new FolderStore(_folder["out"]));
        using var writer = new ResultWriter(tables.Write, TrajectoryDetail.Full);
        Pump(writer);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Pump(writer);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Number_AnySize_ReadsBackToTheLastDigit()
    {
        Span<byte> utf8 = new byte[FixedText.MaxBytes];
        foreach (double value in new[] { 0, -0.0, 0.000004, -0.000004, 0.000006, 1.000005, -12.3456789, 99.999995, 1e9, 1e15, 1e16, -1e300, 0.1 + 0.2 })
        {
            string text = System.Text.Encoding.ASCII.GetString(utf8[..FixedText.Write(value, 5, utf8)]);
            double back = double.Parse(text, CultureInfo.InvariantCulture);
            back.ShouldBe(value, Math.Max(0.5000001e-5, Math.Abs(value) * 1e-15), text);
            text.ShouldMatch(@"^-?(0|[1-9]\d*)\.\d{5}$");
            if (back == 0) text.ShouldBe("0.00000");
        }
    }

    [Fact]
    public void OnStride_Clipped_KeepsItsNumbersAndSaysWhy()
    {
        Stride clipped = Whole with { RejectReason = RejectReason.Clipped };
        string valid = Row("strides.csv", w => w.OnStride(in Whole));
        Row("strides.csv", w => w.OnStride(in clipped)).ShouldBe(valid.Replace(",true,,", ",false,clipped,", StringComparison.Ordinal));
        ResultReader.ReadStrides(_folder["out"]).Single().Stride.RejectReason.ShouldBe(RejectReason.Clipped);
    }

    [Fact]
    public void ReadStrides_WhatWasWritten_GivesTheSameStrides()
    {
        Stride first = Whole with { Start = null, Foot = Foot.Left, LengthM = null, RejectReason = RejectReason.Gap, TurnRad = null };
        Row("strides.csv", w =>
        {
            w.OnStride(in Whole);
            w.OnStride(in first);
            w.OnStride(in Whole);
        });
        IReadOnlyList<StrideRow> rows = ResultReader.ReadStrides(_folder["out"]);
        rows.Count.ShouldBe(3);
        rows.Select(r => r.Stride.Index).ShouldBe([0, 0, 1]);
        StrideRow row = rows[0];
        (row.EndS, row.TerminalContactS, row.StrideTimeS, row.LengthM).ShouldBe((2.100001, 1.650000, 1.100001, 1.23457));
        Stride s = row.Stride;
        (s.Start, s.End, s.TerminalContact, s.ZeroVelocityStart, s.ZeroVelocityEnd, s.KnownAt)
            .ShouldBe((Whole.Start, Whole.End, Whole.TerminalContact, Whole.ZeroVelocityStart, Whole.ZeroVelocityEnd, Whole.KnownAt));
        s.AngleAtInitialContactRad!.Value.ShouldBe(Math.PI / 6, 1e-5);
        (s.Direction, s.IsValid).ShouldBe((WalkingDirection.InPlace, true));
        rows[1].Stride.RejectReason.ShouldBe(RejectReason.Gap);
        rows[1].Stride.Start.ShouldBeNull();
        rows[1].LengthM.ShouldBeNull();
    }

    [Fact]
    public void ReadEvents_WhatWasWritten_GivesTheSameEvents()
    {
        var e = new GaitEvent(Foot.Left, GaitEventKind.MidSwing, new(1_518_600), new(1_600_000), WalkingDirection.Right, 0.5, new(1_700_000));
        Row("events.csv", w => w.OnEventSettled(in e));
        EventRow row = ResultReader.ReadEvents(_folder["out"]).ShouldHaveSingleItem();
        row.Event.ShouldBe(e);
        row.TimeS.ShouldBe(1.5186);
        row.DetectedAtS.ShouldBe(1.6);
    }

    [Theory]
    [InlineData("foot,event,time_s\nleft,landing,1\n", "line 2, column event: \"landing\" is no event")]
    [InlineData("foot,event,time_s\nmiddle,foot_flat,1\n", "line 2, column foot: \"middle\" is neither left nor right")]
    [InlineData("foot,event,time_s\nleft,foot_flat,\n", "line 2, column time_s: a time is missing")]
    [InlineData("foot,event,time_s\nleft,foot_flat,soon\n", "line 2, column time_s: \"soon\" is no number")]
    [InlineData("foot,event,time_s,direction\nleft,foot_flat,1,up\n", "line 2, column direction: \"up\" is no direction")]
    [InlineData("foot,time_s\n", "line 1, column event: the column event is missing")]
    [InlineData("", "line 1, column foot: the column foot is missing")]
    public void ReadEvents_TableNotAsTheContractSays_SaysWhere(string text, string expected)
    {
        _folder.Write("events.csv", text);
        Should.Throw<RecordingFormatException>(() => ResultReader.ReadEvents(_folder.Path)).Message.ShouldBe(_folder["events.csv"] + ", " + expected);
    }

    [Fact]
    public void ReadEvents_NoTable_SaysSo() =>
        Should.Throw<RecordingFormatException>(() => ResultReader.ReadEvents(_folder.Path)).Message.ShouldBe(_folder["events.csv"] + ": is not there");

    private static void Pump(ResultWriter writer)
    {
        for (int i = 0; i < 3000; i++)
            writer.OnPose(new FootPose(Foot.Left, new(i * 10_000L), new(i * 0.01, -0.5, 0.123456), default, 0, 0.1, FootPhase.Swing));
    }

    private string Text(string name) => File.ReadAllText(_folder["out/" + name]);

    private string Row(string table, Action<ResultWriter> write, TrajectoryDetail detail = TrajectoryDetail.MidStance)
    {
        Run(write, detail);
        return string.Join('\n', File.ReadAllLines(_folder["out/" + table])[1..]);
    }

    private void Run(Action<ResultWriter> write, TrajectoryDetail detail = TrajectoryDetail.MidStance, bool isPartial = false)
    {
        using var tables = new ResultTables(new FolderStore(_folder["out"]));
        using var writer = new ResultWriter(tables.Write, detail);
        write(writer);
        tables.Complete(isPartial, writer.Latest);
    }
}
