namespace GaitSense.Protocol;

/// <summary>
/// One six-axis reading as the sensor gave it: times the scales of <see cref="StreamDescription"/> it is SI. Whole counts stand exactly in these floats.
/// </summary>
/// <param name="AccX">Acceleration, x, in the stream's unit.</param>
/// <param name="AccY">Acceleration, y.</param>
/// <param name="AccZ">Acceleration, z.</param>
/// <param name="GyrX">Angular rate about x, in the stream's unit.</param>
/// <param name="GyrY">Angular rate about y.</param>
/// <param name="GyrZ">Angular rate about z.</param>
/// <param name="Time">Device timestamp in ticks of the stream's clock, wrapping; 0 where the sensor has none.</param>
/// <param name="Index">Index of the sample, wrapping; where the sensor has no counter, this code counts what arrives.</param>
/// <param name="Marks">What is to be known of it. <see cref="SampleMarks.Lost"/> and <see cref="SampleMarks.First"/> are about the time before it.</param>
public readonly record struct RawReading(float AccX, float AccY, float AccZ, float GyrX, float GyrY, float GyrZ, uint Time, ushort Index, SampleMarks Marks);
