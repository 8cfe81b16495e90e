using System.Globalization;
using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Tests;

/// <summary>
/// Whoever walks backward hears "stop" to its end 1.5 m before the confirmed path ends, whatever they then do. GAITSENSE_PRACTICES says in how many random practices; .ci/full asks
/// for 10 000.
/// </summary>
public sealed class PathEndTests
{
    private static readonly int Practices = int.TryParse(Environment.GetEnvironmentVariable("GAITSENSE_PRACTICES"), CultureInfo.InvariantCulture, out int n) ? n : 300;

    [Fact]
    public void RandomPractices_NobodyGoesBeyondThePathWithoutStopSpokenBefore()
    {
        Mutation.SkipLong();
        double[] beyond = new double[Practices];
        int[] passed = new int[Practices];
        Parallel.For(0, Practices, seed =>
        {
            Practice practice = new(seed);
            practice.Run();
            (beyond[seed], passed[seed]) = (practice.UnwarnedM, practice.Passed);
        });
        passed.Sum().ShouldBeGreaterThan(Practices / 10, "some walk past the end although they were told");
        beyond.Sum().ShouldBe(0, $"seeds {string.Join(", ", Enumerable.Range(0, Practices).Where(i => beyond[i] > 0).Take(10))}");
    }

    // Somebody with a path, habits, and lengths that are measured with errors.
    private sealed class Practice
    {
        private readonly Random _chance;
        private readonly Stepper _walk;
        private readonly double _pathM, _strideM, _stepS, _earS;
        private readonly double[] _footM = new double[2], _headingDeg = new double[2];
        private double _toldS, _bySideDeg;
        private bool _isWarned;
        private int _seen, _turning;

        public Practice(int seed)
        {
            _chance = new Random(seed);
            (_pathM, _strideM, _stepS, _earS) = (Between(4, 20), Between(0.2, 1), Between(0.43, 1.1), Between(0, OutputLatency.MaxBackwardS));
            _walk = new Stepper(new CuePlan
            {
                Practice = Feedback.Plan.Practice.Backward,
                DurationS = 3600,
                Rhythm = new RhythmPlan { BaselineS = 10, BaselineStrides = 6 },
                Backward = new BackwardPlan { PathM = _pathM, BoutS = Between(20, 120), RestS = Between(5, 40) },
            });
            _walk.Engine.Request(CueRequest.ConfirmChecklist);
        }

        /// <summary>Backward metres beyond the path before which "stop" was not over 1.5 m ahead of its end.</summary>
        public double UnwarnedM { get; private set; }

        /// <summary>Times that somebody went beyond the end, warned or not.</summary>
        public int Passed { get; private set; }

        private double RearM => Math.Max(_footM[0], _footM[1]);

        public void Run()
        {
            for (int length = 0; length < 8; length++)
            {
                Back();
                switch (_chance.Next(6))
                {
                    case 0:
                        _walk.Pass(Between(1, 60)); // stands, and goes on backward
                        break;
                    case 1:
                        _walk.Pass(Between(1, 5));
                        Forward(RearM - Between(0, 2)); // not all the way
                        break;
                    default:
                        _walk.Pass(Between(1, 5));
                        Forward(Between(-1, 0.2));
                        break;
                }

                _walk.Pass(Between(0.5, 20));
            }
        }

        // Until "stop" and some steps more; or stopping before; or turning; or not heeding it at all.
        private void Back()
        {
            int more = _chance.Next(4) switch { 0 => 40, 1 => _chance.Next(1, 8), _ => 1 }, maxSteps = _chance.Next(3) == 0 ? _chance.Next(3, 30) : 80;
            int toldAt = _walk.Cues.Decided.Count;
            _walk.Direction = WalkingDirection.Backward;
            for (int i = 0; i < maxSteps && more > 0; i++)
            {
                Take(i == 0 ? 0.5 : 1, 1);
                if (_turning > 0) _turning--;
                else if (_chance.Next(60) == 0) (_turning, _bySideDeg) = (4, 40); // both feet turn aside, and back to the path
                if (_walk.Cues.Decided.Skip(toldAt).Any(c => c.Phrase is Phrases.Stop or Phrases.BoutOver)) more--;
            }
        }

        private void Forward(double toM)
        {
            _walk.Direction = WalkingDirection.Forward;
            for (int i = 0; i < 200 && Math.Min(_footM[0], _footM[1]) > toM; i++) Take(1, -1);
        }

        private void Take(double share, int sign)
        {
            double before = RearM, lengthM = share * _strideM * Between(0.85, 1.15), errorM = 0.02 * (Between(-1, 1) + Between(-1, 1));
            int foot = (int)_walk.Next;
            _walk.TurnDeg = sign < 0 || _turning == 0 ? -_headingDeg[foot] : _turning > 2 ? _bySideDeg - _headingDeg[foot] : -_headingDeg[foot];
            _headingDeg[foot] += _walk.TurnDeg.Value;
            _walk.LengthM = Math.Max(0.05, lengthM + errorM);
            _walk.Step(_stepS * Between(0.95, 1.05));
            // "Please stop" counts when it is over, wherever the rear foot was: begun when the output latency allows it.
            for (; _seen < _walk.Cues.Decided.Count; _seen++)
            {
                Cue cue = _walk.Cues.Decided[_seen];
                if (cue.Phrase is not (Phrases.Stop or Phrases.BoutOver)) continue;
                _toldS = Math.Max(_toldS, Math.Max(cue.PlannedAt.Seconds, cue.DecidedAt.Seconds + _earS) + OutputLatency.MaxStopS);
            }

            if (sign < 0 && RearM <= 0.5) (_isWarned, _toldS) = (false, 0);
            // The foot is where it was until it lands.
            if (_toldS > 0 && RearM <= _pathM - 1.5 && _walk.LandedS >= _toldS) (_isWarned, _toldS) = (true, 0);
            _footM[foot] += sign * lengthM * Math.Cos(_headingDeg[foot] * Math.PI / 180);
            if (_toldS > 0 && RearM <= _pathM - 1.5 && _walk.NowS >= _toldS) (_isWarned, _toldS) = (true, 0);
            if (sign < 0 || RearM <= _pathM || before >= RearM) return;
            Passed++;
            if (!_isWarned) UnwarnedM += RearM - Math.Max(before, _pathM);
        }

        private double Between(double low, double high) => low + ((high - low) * _chance.NextDouble());
    }
}
