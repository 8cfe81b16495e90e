using System.Buffers.Binary;
using GaitSense.Core;
using GaitSense.Protocol;
using GaitSense.Simulation.Motion;

namespace GaitSense.Simulation.Radio;

/// <summary>Notifications of samples as makers' sensors write them, at 16 g and 2000 °/s.</summary>
internal static class MakerBytes
{
    private const double DegPerRad = 180 / Math.PI;

    /// <summary>Samples in one notification.</summary>
    public static int SamplesPerPacket(SensorMake make) => make switch { SensorMake.GaitSense => 2, SensorMake.MetaMotion => 3, _ => 1 };

    /// <summary>What a MetaMotion answers to the question for its chip; null where it was asked something else.</summary>
    public static byte[]? MetaMotionAnswer(ReadOnlySpan<byte> asked) => asked is [MetaMotionFrame.GyroModule, >= 0x80, ..] ? [MetaMotionFrame.GyroModule, 0x80, (byte)MetaMotionChip.Bmi160, 0] : null;

    /// <summary>What a Movella DOT has for its settings: 32 bytes, the output rate at byte 24, Hz.</summary>
    public static byte[] DotControl(double rateHz)
    {
        byte[] control = new byte[32];
        BinaryPrimitives.WriteUInt16LittleEndian(control.AsSpan(24), (ushort)Math.Round(rateHz));
        return control;
    }

    /// <summary>The notifications of one packet; a MetaMotion sends two.</summary>
    public static IReadOnlyList<byte[]> Encode(SensorMake make, ReadOnlySpan<ImuSample> packet) => make switch
    {
        SensorMake.MovellaDot => [Dot(in packet[0])],
        SensorMake.MetaMotion => [Triples(MetaMotionFrame.AccelModule, packet), Triples(MetaMotionFrame.GyroModule, packet)],
        _ => [Wit(in packet[0])],
    };

    private static byte[] Wit(in ImuSample s)
    {
        byte[] value = new byte[WitMotionFrame.Size];
        (value[0], value[1]) = (0x55, 0x61);
        Write(value.AsSpan(2), s.AccelMps2, 2048 / FootState.GravityMps2);
        Write(value.AsSpan(8), s.GyroRadPerS, 16.384 * DegPerRad);
        return value;
    }

    private static byte[] Triples(byte module, ReadOnlySpan<ImuSample> packet)
    {
        byte[] value = new byte[2 + (6 * packet.Length)];
        (value[0], value[1]) = (module, MetaMotionFrame.PackedRegister(MetaMotionChip.Bmi160, module));
        for (int i = 0; i < packet.Length; i++)
        {
            if (module == MetaMotionFrame.AccelModule) Write(value.AsSpan(2 + (6 * i)), packet[i].AccelMps2, 2048 / FootState.GravityMps2);
            else Write(value.AsSpan(2 + (6 * i)), packet[i].GyroRadPerS, 16.4 * DegPerRad);
        }

        return value;
    }

    private static byte[] Dot(in ImuSample s)
    {
        byte[] value = new byte[36];
        BinaryPrimitives.WriteUInt32LittleEndian(value, (uint)s.Time.Microseconds);
        Vector3D a = s.AccelMps2, g = s.GyroRadPerS * DegPerRad;
        foreach ((int at, double number) in (ReadOnlySpan<(int, double)>)[(4, a.X), (8, a.Y), (12, a.Z), (16, g.X), (20, g.Y), (24, g.Z)])
            BinaryPrimitives.WriteSingleLittleEndian(value.AsSpan(at), (float)number);
        return value;
    }

    private static void Write(Span<byte> to, Vector3D v, double scale)
    {
        BinaryPrimitives.WriteInt16LittleEndian(to, Count(v.X * scale));
        BinaryPrimitives.WriteInt16LittleEndian(to[2..], Count(v.Y * scale));
        BinaryPrimitives.WriteInt16LittleEndian(to[4..], Count(v.Z * scale));
    }

    private static short Count(double value) => (short)Math.Clamp(Math.Round(value), short.MinValue, short.MaxValue);
}
