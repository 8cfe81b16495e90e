using System.Globalization;
using System.IO.Compression;
using GaitSense.Core;

// The strides of a walk: dotnet run --project samples/minimal [FOLDER with left.csv.gz and right.csv.gz]
string folder = args is [string named] ? named : Path.Combine("samples", "there-and-back");
FootPipelineOptions sensor = new() { Mounting = MountingAxes.Identity }; // x to the toe, y left, z up; leave it out where that is not known
WalkPipeline walk = new(new WalkPipelineOptions { Left = sensor, Right = sensor }, new StridePrinter());
foreach (FootedSample s in Read(Foot.Left).Concat(Read(Foot.Right)).OrderBy(s => s.Sample.Time)) walk.Push(s.Foot, in s.Sample);
walk.Complete();

IEnumerable<FootedSample> Read(Foot foot)
{
    string path = Path.Combine(folder, foot == Foot.Left ? "left.csv.gz" : "right.csv.gz");
    foreach (string row in new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress)).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
    {
        double[] v = [.. row.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))]; // s, m/s², rad/s
        yield return new FootedSample(foot, new ImuSample(DeviceTime.FromSeconds(v[0]), new(v[1], v[2], v[3]), new(v[4], v[5], v[6])));
    }
}

internal sealed class StridePrinter : IWalkObserver
{
    public void OnStride(in Stride stride) => Console.WriteLine(stride);
}
