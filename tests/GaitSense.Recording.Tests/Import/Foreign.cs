using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace GaitSense.Recording.Tests;

/// <summary>Files in the layouts that other programs write, made here: 10 ms apart, at rest, with a number in each column that is easy to follow.</summary>
internal static class Foreign
{
    public const int Rows = 40;

    public static readonly Dictionary<string, Func<byte[]>> One = new(StringComparer.Ordinal)
    {
        ["movella-dot"] = () => Csv.Bytes(Dot()),
        ["xsens-mtw"] = () => Csv.Bytes(Mtw()),
        ["metabase"] = () => Csv.Bytes(MetaBaseGyro()),
        ["ngimu"] = () => Csv.Bytes(Ngimu()),
        ["x-imu3"] = () => Csv.Bytes(XImu3()),
        ["shimmer"] = () => Csv.Bytes(Shimmer()),
        ["axivity"] = () => Axivity(),
        ["physilog"] = () => Csv.Bytes(Physilog()),
        ["bids-motion"] = () => Csv.Bytes(BidsChannels("left_foot", "right_foot")),
        ["csv"] = () => Csv.Bytes(Generic()),
    };

    public static string Dot(uint startUs = 1_000_000, int without = -1, int rows = Rows) =>
        "sep=,\nDeviceTag:,Foot A\nMeasurement Mode:,Rate quantities\nStartTime:,2026-01-01\n\nPacketCounter,SampleTimeFine,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z,Status\n"
        + Lines(rows, i => $"{i},{unchecked(startUs + (uint)(i * 10_000))},{0.125 + (i * 0.01)},-0.25,9.75,90,-45,{i},0", without);

    public static string DotServer(params string[] addresses) =>
        "Measurement Mode:,Custom mode 5\nStartTime:,2026-01-01\n\nTimestamp,Address,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z\n"
        + Lines(Rows, i => $"{string.Join('\n', addresses.Select((a, k) => FormattableString.Invariant($"{1000 + (i * 10_000)},{a},{k},0,9.75,0,0,{i}")))}");

    public static string Mtw(string counter = "", string first = "65530") =>
        "// General information: \n//  MT Manager version: 2022.2.0 \n//  DeviceId: 00B42D4F\n//  Update Rate: 100.0Hz\n// Coordinate system: ENU\n"
        + "PacketCounter\tSampleTimeFine\tAcc_X\tAcc_Y\tAcc_Z\tGyr_X\tGyr_Y\tGyr_Z\tRoll\tPitch\tYaw\n"
        + Lines(Rows, i => $"{(int.Parse(first, CultureInfo.InvariantCulture) + i) % 65536}\t{(counter.Length == 0 ? "" : $"{long.Parse(counter, CultureInfo.InvariantCulture) + (100 * i)}")}\t0.5\t-0.25\t9.75\t0.001\t-0.002\t{i * 0.001}\t1\t2\t3");

    public static string MetaBaseAccel(int shiftMs = 4, int without = -1) =>
        "epoc (ms),timestamp (-0700),elapsed (s),x-axis (g),y-axis (g),z-axis (g)\n"
        + Lines(Rows, i => $"{1_700_000_000_000 - shiftMs + (i * 10)},2023-11-14T15.13.20.000,{i * 0.01:F3},{i * 0.001},0,1.0", without);

    public static string MetaBaseGyro() =>
        "epoc (ms),timestamp (-0700),elapsed (s),x-axis (deg/s),y-axis (deg/s),z-axis (deg/s)\n"
        + Lines(Rows, i => $"{1_700_000_000_000 + (i * 10)},2023-11-14T15.13.20.000,{i * 0.01:F3},180,-90,{i}");

    public static string Ngimu() =>
        "Time (s),Gyroscope X (deg/s),Gyroscope Y (deg/s),Gyroscope Z (deg/s),Accelerometer X (g),Accelerometer Y (g),Accelerometer Z (g),Magnetometer X (uT)\n"
        + Lines(Rows, i => $"{5.5 + (i * 0.01)},180,-90,{i},0.5,-0.25,0.75,1");

    public static string XImu3() =>
        "Timestamp (us),Gyroscope X (deg/s),Gyroscope Y (deg/s),Gyroscope Z (deg/s),Accelerometer X (g),Accelerometer Y (g),Accelerometer Z (g)\n"
        + Lines(Rows, i => $"{5_500_000 + (i * 10_000)},180,-90,{i},0.5,-0.25,0.75");

    public static string Shimmer() =>
        "\"sep=,\"\nS_LeftFoot_Timestamp_Unix_CAL,S_LeftFoot_Accel_LN_X_CAL,S_LeftFoot_Accel_LN_Y_CAL,S_LeftFoot_Accel_LN_Z_CAL,S_LeftFoot_Accel_WR_X_CAL,S_LeftFoot_Accel_WR_Y_CAL,S_LeftFoot_Accel_WR_Z_CAL,S_LeftFoot_Gyro_X_CAL,S_LeftFoot_Gyro_Y_CAL,S_LeftFoot_Gyro_Z_CAL,\n"
        + "ms,m/(s^2),m/(s^2),m/(s^2),m/(s^2),m/(s^2),m/(s^2),deg/s,deg/s,deg/s,\n"
        + Lines(Rows, i => $"{1463571924123.25 + (i * 10)},7,7,7,0.5,-0.25,9.75,180,-90,{i},");

    public static string Physilog() =>
        "Physilog5,Gait Up SA\nSensor,12\nTime,Gyro X,Gyro Y,Gyro Z,Accel X,Accel Y,Accel Z\ns,deg/s,deg/s,deg/s,g,g,g\n"
        + Lines(Rows, i => $"{5.5 + (i * 0.01)},180,-90,{i},0.5,-0.25,0.75");

    public static string BidsChannels(params string[] points) => "name\tcomponent\ttype\ttracked_point\tunits\n"
        + "latency\tn/a\tLATENCY\tn/a\ts\n"
        + string.Concat(points.Select(p => string.Concat("xyz".Select(a => $"{p}_acc_{a}\t{a}\tACCEL\t{p}\tg\n")) + string.Concat("xyz".Select(a => $"{p}_gyr_{a}\t{a}\tGYRO\t{p}\tdeg/s\n"))));

    public static string BidsMotion() => Lines(Rows, i => $"{i * 0.01:F4}\t0.5\t-0.25\t0.75\t180\t-90\t{i}\t0.25\t{(i == 9 ? "n/a" : "-0.5")}\t0.75\t1\t2\t3");

    public static string Generic() => "t (ms);ax (g);ay (g);az (g);gx (deg/s);gy (deg/s);gz (deg/s)\n" + Lines(Rows, i => $"{100 + (i * 10)};0.5;-0.25;0.75;180;-90;{i}");

    public static byte[] Axivity(byte hardware = 0x64, byte gyro = 2, int blocks = 3, int missing = -1)
    {
        byte[] header = new byte[1024];
        "MD"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(2), 1020);
        (header[4], header[35], header[36]) = (hardware, gyro, 0x4a);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(5), 1234);
        var file = new List<byte>(header);
        for (int block = 0; block < blocks; block++)
            if (block != missing) file.AddRange(AxivityBlockBytes(block));
        return [.. file];
    }

    /// <summary>40 samples, 0.4 s after the block before: at 100 Hz, ±8 g in 1/4096 g, ±2000 deg/s, second 30 of a minute.</summary>
    private static byte[] AxivityBlockBytes(int number)
    {
        byte[] block = new byte[512];
        "AX"u8.CopyTo(block);
        double seconds = 30 + (number * 0.4);
        int parts = (int)Math.Round((seconds - Math.Floor(seconds)) * 32768);
        Write16(2, 508);
        Write16(4, 0x8000 | parts);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(10), (uint)number);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(14), (26u << 26) | (3u << 22) | (4u << 17) | (5u << 12) | (6u << 6) | (uint)seconds);
        Write16(18, (4 << 13) | (2 << 10));
        (block[24], block[25]) = (0x4a, 0x62);
        Write16(26, -(((parts << 1) * 100) >> 16));
        Write16(28, 40);
        for (int i = 0; i < 40; i++)
        {
            int at = 30 + (i * 12);
            Write16(at, 16384);
            Write16(at + 2, -8192);
            Write16(at + 4, (number * 40) + i);
            Write16(at + 6, 2048);
            Write16(at + 8, -1024);
            Write16(at + 10, 3072);
        }

        int sum = 0;
        for (int i = 0; i < 510; i += 2) sum += BinaryPrimitives.ReadUInt16LittleEndian(block.AsSpan(i));
        Write16(510, -sum);
        return block;

        void Write16(int at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(at), unchecked((ushort)value));
    }

    private static string Lines(int count, Func<int, FormattableString> row, int without = -1)
    {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
            if (i != without) text.Append(row(i).ToString(CultureInfo.InvariantCulture)).Append('\n');
        return text.ToString();
    }
}
