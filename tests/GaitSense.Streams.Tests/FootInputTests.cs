using System.Text;
using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Streams.Tests;

/// <summary>What a session file says a connection was begun with is not believed.</summary>
public sealed class FootInputTests
{
    [Theory]
    [InlineData(200, 0, true)]
    [InlineData(0, 0, false)]
    [InlineData(200, 9, false)] // no such profile of packets
    public void Apply_Opened_OnlyWhatASensorMayBeAskedFor(int rateHz, byte profile, bool isTaken)
    {
        byte[] value = [(byte)rateHz, (byte)(rateHz >> 8), 0x80, 0x3E, 0x20, 0x4E, profile, .. Encoding.UTF8.GetBytes(SensorProfiles.All[0].Id)];
        FootInput replay = new(Foot.Left);
        replay.Apply(SensorInput.Opened, default, 0, value).ShouldBe(isTaken);
        for (int i = 0; i < 20; i++) replay.Apply(SensorInput.Stepped, default, 0, []).ShouldBe(isTaken);
    }
}
