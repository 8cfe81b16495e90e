using GaitSense.Feedback.Rhythm;

namespace GaitSense.Feedback.Tests;

/// <summary>Means of blocks of strides, of one length and of a growing one, and how they stray.</summary>
public sealed class BlockMeansTests
{
    // 32 values in blocks of 4 are eight blocks; then they are four of 8, and the next one has 8 as well.
    [Fact]
    public void BlocksOfALongPart_GrowTwiceAsLong()
    {
        GrowingBlocks blocks = new();
        (blocks.Count, blocks.Mean, blocks.Variance).ShouldBe((0, 0, 0));
        for (int i = 0; i < 7; i++) blocks.Add(i);
        (blocks.Count, blocks.Mean, blocks.Variance).ShouldBe((1, 1.5, 0));
        blocks.Add(7);
        (blocks.Count, blocks.Mean, blocks.Variance).ShouldBe((2, 3.5, 8));
        for (int i = 8; i < 31; i++) blocks.Add(i);
        (blocks.Count, blocks.Mean).ShouldBe((7, 13.5));
        blocks.Add(31);
        (blocks.Count, blocks.Mean, blocks.Variance).ShouldBe((4, 15.5, 64 * 5 / 3.0));
        for (int i = 32; i < 39; i++) blocks.Add(i);
        blocks.Count.ShouldBe(4);
        blocks.Add(39);
        (blocks.Count, blocks.Mean, blocks.Variance).ShouldBe((5, 19.5, 64 * 10 / 4.0));
    }

    [Fact]
    public void BlocksOfOneLength_HaveAMeanAndAVariance()
    {
        BlockMeans blocks = new();
        foreach (double value in (double[])[1, 3]) blocks.Add(value, 2);
        (blocks.Count, blocks.Mean, blocks.Variance).ShouldBe((1, 2, 0));
        foreach (double value in (double[])[5, 7, 9, 11, 100]) blocks.Add(value, 2);
        (blocks.Count, blocks.Mean, blocks.Variance).ShouldBe((3, 6, 16));
    }
}
