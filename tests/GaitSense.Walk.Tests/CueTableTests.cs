using System.Text;
using GaitSense.Core;
using GaitSense.Feedback.Cues;

namespace GaitSense.Walk.Tests;

/// <summary>The cue log says why a cue was taken back in words that sessions of all versions share.</summary>
public sealed class CueTableTests
{
    [Theory]
    [InlineData(SilenceReason.Baseline, "planned")]
    [InlineData(SilenceReason.Fading, "planned")]
    [InlineData(SilenceReason.Probe, "planned")]
    [InlineData(SilenceReason.PlanOver, "planned")]
    [InlineData(SilenceReason.Rest, "planned")]
    [InlineData(SilenceReason.Interrupted, "planned")]
    [InlineData(SilenceReason.StepMissed, "step_missed")]
    [InlineData(SilenceReason.Steep, "steep")]
    [InlineData(null, "")]
    public void CancelledCue_HasItsReasonInTheLastColumn(SilenceReason? why, string word)
    {
        List<string> rows = [];
        using CueTable table = new();
        table.SendRowsTo((_, row) => rows.Add(Encoding.UTF8.GetString(row).TrimEnd()));
        table.OnOutcome(new CueOutcome(new Cue(3, CueKind.Beat, Foot.Left, new DeviceTime(1_000_000), new DeviceTime(1_500_000), -6), 110, null, why));
        rows[0].ShouldEndWith(",cancelled");
        rows[1].ShouldBe($"3,beat,left,1.000000,1.500000,-6.0,,110.00,,,{word}");
    }
}
