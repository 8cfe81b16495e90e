namespace GaitSense.Protocol.Tests;

/// <summary>A sensor's samples while they wait, what it counts as lost, and what it does when asked.</summary>
public sealed class FirmwareBufferTests
{
    private const string Hello = "01010101";

    private readonly byte[] _packet = new byte[SamplePacket.MaxSize];
    private readonly byte[] _answer = new byte[ControlAnswer.MaxSize];

    [Fact]
    public void Limits_ThatNoSensorCanHave_AreRefused()
    {
        Should.Throw<ArgumentNullException>(() => new SensorFirmware(null!, 1, SensorFoot.Left));
        Should.Throw<ArgumentException>(() => new SensorFirmware(new() { PeriodsNs = [500_000] }, 1, SensorFoot.Left)).Message.ShouldContain("No sensor can have these limits");
    }

    // 104 Hz: 9615.385 us, so the second of two samples is at 9615 and the third at 19231, a microsecond or less from its own time.
    [Fact]
    public void Samples_ThatWaitWhereTheLinkShrinks_AreSentOneByOneWithTheirTimes()
    {
        SensorFirmware sensor = Streaming(new() { PeriodsNs = [9_615_385] }, "0302680080" + "3E204E01"); // 104 Hz, logging
        for (short i = 0; i < 3; i++) sensor.Push(new(i, 0, 0, 0, 0, 0), 1000ul + (ulong)(i * 9615), _packet).ShouldBe(0);
        sensor.Mtu = 23;
        List<(ushort Index, uint TimeUs, short AccX, int Count)> sent = [];
        for (int length = sensor.Flush(_packet); length > 0; length = sensor.Flush(_packet))
        {
            SamplePacket.TryRead(_packet.AsSpan(0, length), out SamplePacket p);
            sent.Add((p.Index, p.TimeUs, p[0].AccX, p.Count));
        }

        sent.ShouldBe([((ushort)0, 1000u, (short)0, 1), ((ushort)1, 10_615u, (short)1, 1), ((ushort)2, 20_230u, (short)2, 1)]);
    }

    [Fact]
    public void Packet_ThatIsNearlyFullWhereTheLinkShrinks_IsSentFromItsBeginning()
    {
        SensorFirmware sensor = Streaming(new(), "0302C80080" + "3E204E01");
        for (short i = 0; i < 41; i++) sensor.Push(new(i, 0, 0, 0, 0, 0), 0, _packet).ShouldBe(0);
        sensor.Mtu = 23;
        for (short i = 0; i < 41; i++)
        {
            int length = sensor.Flush(_packet);
            SamplePacket.TryRead(_packet.AsSpan(0, length), out SamplePacket p);
            (p.Index, p[0].AccX).ShouldBe(((ushort)i, i));
        }

        sensor.Flush(_packet).ShouldBe(0);
    }

    [Fact]
    public void Samples_ThatNobodyListensTo_AreLostWithThoseThatWait()
    {
        SensorFirmware sensor = Streaming(new(), "0302C80080" + "3E204E01");
        for (int i = 0; i < 2; i++) sensor.Push(default, 0, _packet);
        sensor.IsSubscribed = false;
        sensor.Push(default, 0, _packet).ShouldBe(0);
        sensor.Status.SamplesLost.ShouldBe(3u);
    }

    [Fact]
    public void Loss_WhileMoreWaitThanThePacketHolds_TakesThoseToo()
    {
        SensorFirmware sensor = Streaming(new(), "0302C80080" + "3E204E01");
        for (int i = 0; i < 3; i++) sensor.Push(default, 0, _packet);
        sensor.Mtu = 23;
        sensor.Lose(10, _packet).ShouldBe(SamplePacket.HeaderSize + RawSample.Size);
        sensor.Status.SamplesLost.ShouldBe(12u); // ten and the two that did not fit
    }

    [Fact]
    public void Sensor_WithoutAMotor_IsNotToldToStopIt()
    {
        new SensorFirmware(new() { Features = SensorFeatures.None }, 1, SensorFoot.Left).Disconnect().ShouldBe(FirmwareActions.None);
        new SensorFirmware(new() { Features = SensorFeatures.Motor }, 1, SensorFoot.Left).Disconnect().ShouldBe(FirmwareActions.Vibrate);
    }

    [Fact]
    public void Foot_ThatIsSet_IsKeptAndToldWhereItIsAnother()
    {
        SensorFirmware sensor = Connected(new());
        Control(sensor, "080A02").ShouldBe(FirmwareActions.StoreFoot | FirmwareActions.NotifyInfo);
        sensor.Info.Foot.ShouldBe(SensorFoot.Right);
        Control(sensor, "080B02").ShouldBe(FirmwareActions.None); // its memory wears
    }

    [Fact]
    public void Streaming_IsAMarkBesideTheOthers()
    {
        SensorFirmware sensor = Streaming(new(), "0302C80080" + "3E204E00");
        sensor.Status.Marks.ShouldBe(StatusMarks.Streaming);
        sensor.Status = sensor.Status with { Marks = StatusMarks.Streaming | StatusMarks.Charging };
        Control(sensor, "0504");
        sensor.Status.Marks.ShouldBe(StatusMarks.Charging);
        Control(sensor, "0405");
        sensor.Status.Marks.ShouldBe(StatusMarks.Streaming | StatusMarks.Charging);
    }

    [Theory, InlineData(""), InlineData("04"), InlineData("0001"), InlineData("8101"), InlineData("0401")]
    public void Request_ThatIsBad_IsCounted(string hex)
    {
        SensorFirmware sensor = new(new(), 1, SensorFoot.Left);
        Control(sensor, hex).ShouldBe(FirmwareActions.None);
        sensor.Status.BadRequests.ShouldBe((ushort)1);
    }

    // Of at least 95 % of the one asked for (SPEC.md, section 7).
    [Theory, InlineData(2000, ControlError.None), InlineData(2001, ControlError.Range), InlineData(32_000, ControlError.Range)]
    public void FullScale_IsTheSmallestThatReachesWhatWasAsked(ushort askedMg, ControlError expected)
    {
        SensorFirmware sensor = Connected(new() { AccelFullScalesMg = [1500, 1900] });
        byte[] request = new byte[ControlRequest.MaxSize];
        int size = ControlRequests.WriteConfigure(request, 2, StreamSettings.Default with { AccelFullScaleMg = askedMg });
        sensor.Control(request.AsSpan(0, size), 0, 0, _answer, out int length);
        ControlAnswer.TryRead(_answer.AsSpan(0, length), out ControlAnswer answer);
        (answer.Error, answer.Configuration.AccelFullScaleMg).ShouldBe((expected, (ushort)1900)); // the nearest it has
    }

    private SensorFirmware Connected(FirmwareLimits limits)
    {
        SensorFirmware sensor = new(limits, 1, SensorFoot.Left);
        sensor.Connect(515);
        sensor.IsSubscribed = true;
        Control(sensor, Hello).ShouldBe(FirmwareActions.None);
        return sensor;
    }

    private SensorFirmware Streaming(FirmwareLimits limits, string configure)
    {
        SensorFirmware sensor = Connected(limits);
        Control(sensor, configure).ShouldBe(FirmwareActions.Apply | FirmwareActions.NotifyInfo);
        Control(sensor, "0403").ShouldBe(FirmwareActions.NotifyInfo | FirmwareActions.Start | FirmwareActions.NotifyStatus);
        return sensor;
    }

    private FirmwareActions Control(SensorFirmware sensor, string hex) => sensor.Control(Convert.FromHexString(hex), 0, 0, _answer, out _);
}
