using System.Runtime.CompilerServices;
using GaitSense.Core;
using GaitSense.Recording;

namespace GaitSense.Sessions;

/// <summary>
/// Another source, with its samples written to a plain recording on their way. They are handed on as they are written, to the last printed digit, so
/// that analysing the recording later gives the same results, byte for byte.
/// </summary>
/// <param name="inner">Where the samples come from.</param>
/// <param name="writer">Where they are written; completed by its owner after the walk.</param>
public sealed class RecordedSource(ISampleSource inner, PlainRecordingWriter writer) : SourceAround(inner)
{
    /// <inheritdoc/>
    public override async IAsyncEnumerable<SampleBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (SampleBlock block in Inner.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            SampleBlock written;
            using (block) written = Write(block);
            yield return written;
        }
    }

    private SampleBlock Write(SampleBlock block)
    {
        var written = new SampleBlock(Math.Max(1, block.Count)) { ClockUncertaintyS = block.ClockUncertaintyS };
        foreach (FootedSample sample in block.Samples)
        {
            ImuSample printed = PlainRecordingWriter.AsWritten(sample.Sample);
            writer.Write(sample.Foot, in printed);
            written.Add(new FootedSample(sample.Foot, printed));
        }

        return written;
    }
}
