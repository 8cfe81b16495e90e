using GaitSense.Simulation;
using MathNet.Numerics.LinearAlgebra;

namespace GaitSense.Core.Tests;

/// <summary>The structured covariance against the textbook's dense one.</summary>
public sealed class CovarianceTests
{
    private const int N = ErrorCovariance.Size;

    [Theory, InlineData(1, false), InlineData(2, false), InlineData(3, true), InlineData(4, true)]
    public void Propagate_AgainstTheDenseProduct_IsTheSame(int seed, bool isSingly)
    {
        DeterministicRandom random = new((ulong)seed, 3);
        ErrorTransition f = default;
        Matrix<double> dense = Matrix<double>.Build.DenseIdentity(N);
        for (int i = 0; i < 5; i++)
        {
            Attitude attitude = Attitude.Identity;
            attitude.RotateByWalkVector(Random(random));
            Matrix3 r = attitude.ToMatrix();
            Vector3D force = Random(random) * 10;
            f.Append(in r, in force, 0.01, isSingly);
            dense = OneSample(r, force, 0.01) * dense;
        }

        ErrorCovariance p = Spread(random, out Matrix<double> before);
        p.Propagate(in f, isSingly);
        ShouldBe(p, dense * before * dense.Transpose());
    }

    [Theory, InlineData(ErrorCovariance.Position), InlineData(ErrorCovariance.Velocity), InlineData(ErrorCovariance.GyroBias)]
    public void Measure_AgainstTheTextbook_IsTheSame(int block)
    {
        DeterministicRandom random = new(9, (ulong)block);
        ErrorCovariance p = Spread(random, out Matrix<double> before);
        Vector3D innovation = Random(random);
        const double Variance = 0.3;
        var correction = new double[ErrorCovariance.Stride];
        p.Measure(block, in innovation, Variance, correction, isSingly: false);

        Matrix<double> h = Matrix<double>.Build.Dense(3, N, (i, j) => j == block + i ? 1 : 0);
        Matrix<double> s = (h * before * h.Transpose()) + (Variance * Matrix<double>.Build.DenseIdentity(3));
        Matrix<double> k = before * h.Transpose() * s.Inverse();
        ShouldBe(p, before - (k * h * before));
        Vector<double> x = k * Vector<double>.Build.Dense([innovation.X, innovation.Y, innovation.Z]);
        for (int i = 0; i < N; i++) correction[i].ShouldBe(x[i], 1e-9);
    }

    // A quarter of an hour of walking with lost packets: rounding must not grow into variances below zero.
    [Theory, InlineData(1), InlineData(2)]
    public void Covariance_AfterManyUpdates_StaysSymmetricAndPositive(int seed)
    {
        DeterministicRandom random = new((ulong)seed, 5);
        ErrorCovariance p = default;
        foreach (int block in new[] { ErrorCovariance.Velocity, ErrorCovariance.Angle }) p.ResetBlock(block, 1);
        p.ResetBlock(ErrorCovariance.GyroBias, 1e-4);
        p.ResetBlock(ErrorCovariance.AccelBias, 4e-4);
        var correction = new double[ErrorCovariance.Stride];
        for (int i = 0; i < 18_000; i++)
        {
            ErrorTransition f = default;
            bool isSwing = i % 20 >= 10;
            for (int j = 0; j < 5; j++)
            {
                // Gravity, and in the swing a foot that turns and is thrown forward: the heading shows only there.
                Attitude attitude = Attitude.Identity;
                attitude.RotateByWalkVector(isSwing ? Random(random) : default);
                Matrix3 r = attitude.ToMatrix();
                f.Append(in r, new Vector3D(0, 0, 9.8) + (Random(random) * (isSwing ? 20 : 0.1)), 0.01, isSingly: false);
            }

            p.Propagate(in f, isSingly: false);
            bool isLost = i % 400 < 4;
            p.AddNoise(ErrorCovariance.Angle, isLost ? 0.0025 : 1e-6);
            p.AddNoise(ErrorCovariance.Velocity, isLost ? 2 : 1e-4);
            if (isLost) p.AddNoise(ErrorCovariance.Position, 0.02);
            if (!isSwing || isLost) p.Measure(ErrorCovariance.Velocity, default, random.NextDouble() < 0.5 ? 2e-4 : 0.5, correction, isSingly: false);
            if (i % 20 == 5) p.ResetBlock(ErrorCovariance.Position, 0);
            // Words only where they are needed: four million assertions take seconds.
            for (int a = 0; a < N; a++)
            {
                if (!(p[a, a] >= 0)) Assert.Fail($"variance {a} is {p[a, a]} after {i} updates");
                for (int b = 0; b < a; b++)
                    if (!p[a, b].Equals(p[b, a])) Assert.Fail($"{a}, {b}: {p[a, b]} is not {p[b, a]} after {i} updates");
            }
        }
    }

    // What a browser works out number by number is what other machines work out in fours: the files of a walk are the same bytes wherever it was walked.
    [Theory, InlineData(1), InlineData(2)]
    public void NumberByNumber_IsTheSameToTheLastBit(int seed)
    {
        DeterministicRandom random = new((ulong)seed, 7);
        (ErrorCovariance fours, ErrorCovariance singly) = (default, default);
        foreach (int block in new[] { ErrorCovariance.Velocity, ErrorCovariance.Angle, ErrorCovariance.GyroBias, ErrorCovariance.AccelBias })
        {
            fours.ResetBlock(block, 0.3);
            singly.ResetBlock(block, 0.3);
        }

        double[] correction = new double[ErrorCovariance.Stride], correctionSingly = new double[ErrorCovariance.Stride];
        for (int i = 0; i < 2000; i++)
        {
            (ErrorTransition f, ErrorTransition g) = (default, default);
            for (int j = 0; j < 1 + (i % 6); j++)
            {
                Attitude attitude = Attitude.Identity;
                attitude.RotateByWalkVector(Random(random));
                Matrix3 r = attitude.ToMatrix();
                Vector3D force = Random(random) * 12;
                f.Append(in r, in force, 0.01, isSingly: false);
                g.Append(in r, in force, 0.01, isSingly: true);
            }

            fours.Propagate(in f, isSingly: false);
            singly.Propagate(in g, isSingly: true);
            int block = (i % 3) switch { 0 => ErrorCovariance.Velocity, 1 => ErrorCovariance.GyroBias, _ => ErrorCovariance.Position };
            Vector3D innovation = Random(random);
            fours.Measure(block, in innovation, 0.02, correction, isSingly: false);
            singly.Measure(block, in innovation, 0.02, correctionSingly, isSingly: true);
            for (int a = 0; a < N; a++)
            {
                if (!correction[a].Equals(correctionSingly[a])) Assert.Fail($"correction {a} of measurement {i}: {correctionSingly[a]:R} for {correction[a]:R}");
                for (int b = 0; b < N; b++)
                    if (!fours[a, b].Equals(singly[a, b])) Assert.Fail($"row {a}, column {b} after {i}: {singly[a, b]:R} for {fours[a, b]:R}");
            }

            fours.AddNoise(ErrorCovariance.Velocity, 1e-3);
            singly.AddNoise(ErrorCovariance.Velocity, 1e-3);
            fours.AddNoise(ErrorCovariance.Angle, 1e-4);
            singly.AddNoise(ErrorCovariance.Angle, 1e-4);
        }
    }

    // Position, velocity, attitude, gyroscope bias, accelerometer bias over one sample.
    private static Matrix<double> OneSample(Matrix3 r, Vector3D force, double dt)
    {
        Matrix<double> f = Matrix<double>.Build.DenseIdentity(N), rotation = Dense(r), skew = Dense(Matrix3.Skew(force));
        f.SetSubMatrix(ErrorCovariance.Position, ErrorCovariance.Velocity, Matrix<double>.Build.DenseIdentity(3) * dt);
        f.SetSubMatrix(ErrorCovariance.Velocity, ErrorCovariance.Angle, skew * -dt);
        f.SetSubMatrix(ErrorCovariance.Velocity, ErrorCovariance.AccelBias, rotation * -dt);
        f.SetSubMatrix(ErrorCovariance.Angle, ErrorCovariance.GyroBias, rotation * -dt);
        return f;
    }

    private static Matrix<double> Dense(Matrix3 m) => Matrix<double>.Build.DenseOfRowArrays(
        [m.Row0.X, m.Row0.Y, m.Row0.Z], [m.Row1.X, m.Row1.Y, m.Row1.Z], [m.Row2.X, m.Row2.Y, m.Row2.Z]);

    private static ErrorCovariance Spread(DeterministicRandom random, out Matrix<double> dense)
    {
        Matrix<double> root = Matrix<double>.Build.Dense(N, N, (_, _) => random.NextNormal());
        dense = root * root.Transpose();
        ErrorCovariance p = default;
        for (int i = 0; i < N; i++)
            for (int j = 0; j < N; j++) p[(i * ErrorCovariance.Stride) + j] = dense[i, j];
        return p;
    }

    private static void ShouldBe(ErrorCovariance p, Matrix<double> expected)
    {
        for (int i = 0; i < N; i++)
            for (int j = 0; j < N; j++) p[i, j].ShouldBe(expected[i, j], 1e-9 * (1 + Math.Abs(expected[i, j])), $"row {i}, column {j}");
    }

    private static Vector3D Random(DeterministicRandom random) => new(random.NextNormal(), random.NextNormal(), random.NextNormal());
}
