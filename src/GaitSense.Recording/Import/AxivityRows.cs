using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Samples;

namespace GaitSense.Recording.Import;

/// <summary>
/// The samples of a CWA file, block by block. Between two blocks that follow each other, samples lie evenly: the sensor's real rate is not quite the
/// configured one, and the times of the blocks are the better clock.
/// </summary>
internal sealed class AxivityRows : SensorRows
{
    private const int HeaderBytes = 1024;
    private const long Since1970Us = 946_684_800_000_000; // the sensor counts from 2000

    private readonly string _path;
    private readonly RecordingStream _file;
    private readonly byte[] _buffer = new byte[AxivityBlock.Size];
    private AxivityBlock? _block, _next;
    private double _stepUs;
    private long _lastUs = long.MinValue;
    private int _index, _bad;
    private string? _why;
    private bool _ended;

    /// <summary>Opens a file.</summary>
    /// <exception cref="RecordingFormatException">It cannot be read.</exception>
    public AxivityRows(string path)
    {
        _path = path;
        try
        {
            _file = new RecordingStream(InputFile.Open(path, FileShare.Read, 64 * 1024, FileOptions.SequentialScan));
            _ = _file.ReadAtLeast(new byte[HeaderBytes], HeaderBytes, throwOnEndOfStream: false);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            _file?.Dispose();
            throw FileErrors.Explain(path, e);
        }

        IsEpoch = true;
        _next = ReadBlock();
        StatedRateHz = _next?.RateHz;
        Notes.Add("Units: counts at the ranges that each block states, as g and °/s; time by the sensor's clock, blocks spread evenly.");
    }

    /// <inheritdoc/>
    public override double Fraction => _file.Fraction;

    /// <inheritdoc/>
    public override bool TryRead(out ImuSample sample)
    {
        while (_block is null || _index >= _block.Count)
        {
            if (_next is null)
            {
                End();
                sample = default;
                return false;
            }

            Advance();
        }

        long us = _block.StartUs + (long)Math.Round(_index * _stepUs);
        // A block's clock may say a little less than the step of the one before it; an order is kept, nothing is moved further than that.
        if (us < _lastUs && _lastUs - us <= 2 * _stepUs) us = _lastUs;
        if (us < _lastUs) throw new RecordingFormatException(_path, FormattableString.Invariant($"time goes backward by {(_lastUs - us) / 1e6:0.###} s at block {_block.Sequence}: were two recordings joined?"));
        _lastUs = us;
        sample = _block.Sample(_index++) with { Time = new DeviceTime(us + Since1970Us) };
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _file.Dispose();

    private void Advance()
    {
        _block = _next!;
        _index = 0;
        _next = ReadBlock();
        double nominalUs = 1e6 / _block.RateHz;
        _stepUs = nominalUs;
        if (_next is null || _next.Sequence != _block.Sequence + 1 || _block.Count == 0) return;
        double stepUs = (double)(_next.StartUs - _block.StartUs) / _block.Count;
        if (Math.Abs(stepUs - nominalUs) <= 0.1 * nominalUs) _stepUs = stepUs;
    }

    private AxivityBlock? ReadBlock()
    {
        try
        {
            while (_file.ReadAtLeast(_buffer, AxivityBlock.Size, throwOnEndOfStream: false) is var n and > 0)
            {
                if (n < AxivityBlock.Size)
                {
                    Notes.Add("The last block is cut short: it was not used.");
                    return null;
                }

                if (AxivityBlock.Parse(_buffer, out string? why) is { } block) return block;
                _why ??= why;
                _bad++;
            }
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(_path, e);
        }

        return null;
    }

    private void End()
    {
        if (_ended) return;
        _ended = true;
        if (_file.Damage is { } damage) throw new RecordingFormatException(_path, damage + ": copy the file again");
        if (_bad > 0) Notes.Add(FormattableString.Invariant($"{_bad} blocks were left out, which leaves gaps: the first {_why}."));
        if (_lastUs == long.MinValue) throw new RecordingFormatException(_path, _why is null ? "holds no samples" : $"holds no block that can be read: the first {_why}");
    }
}
