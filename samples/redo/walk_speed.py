#!/usr/bin/env python3
"""Speed of stopwatch walks: the mean speed of a foot's steady strides in the middle half of a walk, over 6 m / stopwatch. Standard library only.

  walk_speed.py RECORDINGS RESULTS    prints a Markdown table of every recording in RECORDINGS with reference/walks.csv that has results in RESULTS
"""
import csv, os, statistics, sys


def rows(*path):
    with open(os.path.join(*path), newline='') as f: return list(csv.DictReader(f))


recordings, results = sys.argv[1:3]
print('| recording | walks of a foot | least | median | greatest | below .95: foot, walk, ratio, our speed, stopwatch\'s speed (m/s) |\n|---|--:|--:|--:|--:|---|')
for name in sorted(os.listdir(recordings)):
    if not os.path.exists(os.path.join(recordings, name, 'reference', 'walks.csv')) or not os.path.exists(os.path.join(results, name, 'strides.csv')): continue
    strides, ratios, low = rows(results, name, 'strides.csv'), [], []
    for walk in rows(recordings, name, 'reference', 'walks.csv'):
        start, end = float(walk['start_s']), float(walk['end_s'])
        quarter = (end - start) / 4
        ours = [float(s['speed_mps']) for s in strides if s['foot'] == walk['foot'] and s['use'] == 'steady' and s['speed_mps'] and start + quarter <= float(s['end_s']) <= end - quarter]
        if not ours: continue
        speed, watch = statistics.fmean(ours), 6 / float(walk['stopwatch_s'])
        ratios.append(speed / watch)
        if speed / watch < .95: low.append(f"{walk['foot']} {walk['walk']}: {speed / watch:.2f}, {speed:.2f}, {watch:.2f}")
    if ratios: print(f"| {name} | {len(ratios)} | {min(ratios):.2f} | {statistics.median(ratios):.2f} | {max(ratios):.2f} | {'; '.join(low)} |")
